import { ExpectedError } from '#kernel';
import { translator, type Named } from '#messages';

const t = translator('pages', 'en');

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
    super(t(`problems.openid-${reason}`));
  }
}

/** The service does not answer, or not as one. */
export class OpenIdUnavailableError extends ExpectedError {
  constructor() {
    super(t('problems.openid-unavailable'));
  }
}
