import type { Viewer } from './viewer.js';

/** Finds out who sends a request. */
export abstract class ViewerSource {
  /**
   * The viewer whom an `Authorization` header names; the public where there is none.
   *
   * @throws InvalidTokenError for a token that is none of ours, has expired or was revoked.
   */
  abstract viewerOf(authorization: string | undefined, requestId: string): Promise<Viewer>;
}
