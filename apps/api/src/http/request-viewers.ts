import { InvalidTokenError, PageViewers, ViewerSource, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FORM_TOKEN_HEADER, isFormToken } from './form-token.js';
import { isOwnForm } from './own-form.js';
import { PageCookies } from './page-cookies.js';
import { PublicAddress } from './public-address.js';
import { RefusedRequests } from './refused-requests.js';

/** Who sends a request that programs and the console send alike. */
export interface Asking {
  readonly viewer: Viewer;
  /** Whether the cookie of pages says so, and not a token of a program. */
  readonly byCookie: boolean;
}

/**
 * Who sends a request: a program or a person by the token in `Authorization`, or a person at the console by the
 * cookie of her page session. The cookie counts only beside a header that no other site can send.
 */
@Injectable()
export class RequestViewers {
  constructor(
    private readonly tokens: ViewerSource,
    private readonly sessions: PageViewers,
    private readonly cookies: PageCookies,
    private readonly address: PublicAddress,
    private readonly refused: RefusedRequests,
  ) {}

  /**
   * The public where neither a token nor the console's header came. A header that opens no session is answered as a
   * token that is no longer valid, whatever is wrong with it: the console must not show the public's answers to
   * somebody who believes that she is signed in.
   *
   * @throws InvalidTokenError
   */
  async asking(request: FastifyRequest): Promise<Asking> {
    const asking = await this.found(request);
    this.refused.sentBy(request, asking.viewer);
    return asking;
  }

  /** Who sends it, where nothing depends on how she says so. @throws InvalidTokenError */
  async viewerOf(request: FastifyRequest): Promise<Viewer> {
    return (await this.asking(request)).viewer;
  }

  /**
   * Who follows a link to a file. The cookie alone does here: a link carries no header, a GET changes nothing, the
   * cookie comes with no request of another site, and no other site can read what is answered.
   *
   * @throws InvalidTokenError
   */
  async readerOf(request: FastifyRequest): Promise<Viewer> {
    const { headers, id } = request;
    const cookie = this.cookies.session(request);
    const byLink = headers.authorization === undefined && headers[FORM_TOKEN_HEADER] === undefined;
    if (byLink && cookie !== null && isOwnForm(request, this.address.url)) {
      const viewer = await this.sessions.viewerOf(cookie, id);
      if (viewer !== null) {
        this.refused.sentBy(request, viewer);
        return viewer;
      }
    }
    return this.viewerOf(request);
  }

  private async found(request: FastifyRequest): Promise<Asking> {
    const { headers, id } = request;
    const formToken = headers[FORM_TOKEN_HEADER];
    if (headers.authorization !== undefined || formToken === undefined) {
      return { viewer: await this.tokens.viewerOf(headers.authorization, id), byCookie: false };
    }
    const cookie = this.cookies.session(request);
    const isOurs =
      cookie !== null &&
      typeof formToken === 'string' &&
      isFormToken(cookie, formToken) &&
      isOwnForm(request, this.address.url);
    const viewer = isOurs ? await this.sessions.viewerOf(cookie, id) : null;
    if (viewer === null) throw new InvalidTokenError();
    return { viewer, byCookie: true };
  }
}
