import { ExpectedError } from '#kernel';

const SENTENCES = {
  expired: 'This sign-in has expired or was begun elsewhere. Begin again.',
  unconfirmed: 'The sign-in service of your organization did not confirm who you are.',
  'no-address': 'The sign-in service of your organization did not tell your e-mail address.',
  unverified: 'The sign-in service of your organization has not verified your e-mail address.',
  'not-vouched': 'Your organization does not vouch for this account of its sign-in service.',
  taken: 'There is an account of your e-mail address already. Sign in to it as you did before.',
  'not-permitted': 'You may not sign in this way.',
} as const;

export type OpenIdRefusal = keyof typeof SENTENCES;

/** A sign-in through an organization's service that does not let her in. */
export class OpenIdRefusedError extends ExpectedError {
  constructor(readonly reason: OpenIdRefusal) {
    super(SENTENCES[reason]);
  }
}

/** The service does not answer, or not as one. */
export class OpenIdUnavailableError extends ExpectedError {
  constructor() {
    super('The sign-in service of your organization does not answer. Try again later.');
  }
}
