/**
 * Every mail there is, with what it is told. No template takes a name, a field of a profile or any text
 * that a person wrote: a mail may be read by whoever holds the recipient's telephone.
 */
export interface TemplateParameters {
  readonly invitation: OnceLink;
  readonly 'verify-email': OnceLink;
  /** Instead of `verify-email`, where there is an account already: the page must answer both alike. */
  readonly 'already-registered': Page;
  readonly 'password-reset': OnceLink;
  readonly 'sign-in-link': OnceLink;
  readonly 'password-changed': Event;
  readonly 'second-factor-removed': Event;
  readonly 'new-sign-in': Event;
  /** To a mediator: the link confirms that her profile is still right. */
  readonly 'profile-confirm': OnceLink;
  readonly 'profile-stale': Page;
  readonly 'correction-handled': Page;
  readonly 'organization-verified': Page;
  /** To coordinators, who find out more when they have signed in. */
  readonly 'consent-withdrawn-notice': Page & {
    /** The opaque id of the profile. */
    readonly reference: string;
  };
  /** To a woman who has applied to a network: the link confirms her address, and later withdraws. */
  readonly 'application-confirm': OnceLink;
  /** Instead of `application-confirm`, where she has applied before: the page must answer both alike. */
  readonly 'application-already': Page;
  readonly 'application-accepted': Page;
  readonly 'application-declined': Page;
  /** To the coordinators of a network, when the first application waits. */
  readonly 'applications-wait': Page;
  /** A refresh token was used a second time. */
  readonly 'session-ended': Event;
}

export type Template = keyof TemplateParameters;

export const TEMPLATES = [
  'invitation',
  'verify-email',
  'already-registered',
  'password-reset',
  'sign-in-link',
  'password-changed',
  'second-factor-removed',
  'new-sign-in',
  'profile-confirm',
  'profile-stale',
  'correction-handled',
  'organization-verified',
  'consent-withdrawn-notice',
  'application-confirm',
  'application-already',
  'application-accepted',
  'application-declined',
  'applications-wait',
  'session-ended',
] as const satisfies readonly Template[];

/** A page of this service, to go on from. */
interface Page {
  readonly link: string;
}

/** A link that works once. */
interface OnceLink extends Page {
  readonly until: Date;
}

/** Something that happened, and a page to do something about it. */
interface Event extends Page {
  readonly at: Date;
}
