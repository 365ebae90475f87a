import { ExpectedError } from '#kernel';
import { translator, type Named } from '#messages';
import type { Locale } from '#vocabulary';

/** Why, as the catalogue of the pages names it. */
export type OpenIdRefusal = Exclude<
  Named<'pages', 'problems'> extends infer Name
    ? Name extends `openid-${infer Reason}`
      ? Reason
      : never
    : never,
  'unavailable'
>;

/** A sign-in through an organization's service that does not let her in. */
export class OpenIdRefusedError extends ExpectedError {
  constructor(readonly reason: OpenIdRefusal) {
    super(translator('pages', 'en')(`problems.openid-${reason}`));
  }

  override saidIn(locale: Locale): string {
    return translator('pages', locale)(`problems.openid-${this.reason}`);
  }
}

/** The service does not answer, or not as one. */
export class OpenIdUnavailableError extends ExpectedError {
  constructor() {
    super(translator('pages', 'en')('problems.openid-unavailable'));
  }

  override saidIn(locale: Locale): string {
    return translator('pages', locale)('problems.openid-unavailable');
  }
}
