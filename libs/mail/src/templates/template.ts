import type { Texts } from '#messages';

/**
 * Every mail there is, with what it is told. No template takes a name, a field of a profile or any text
 * that a person wrote: a mail may be read by whoever holds the recipient's telephone. Only `wps-owing` names what an
 * actor has itself made public.
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
  /** To a mediator: the coordinators of a network ask her something about her profile. */
  readonly 'correction-asked': Page;
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

  /** To whoever made a service account: its webhook was disabled, because nothing got there. */
  readonly 'webhook-disabled': Page;

  // Introductions and deployments. All say alike that a message waits, whatever the need: none says what it is
  // about, whose it is, or that anybody is asked to go anywhere.
  /** To the desk of a network: a request waits, and until when it should be handled. */
  readonly 'introduction-desk-waits': Waiting;
  readonly 'introduction-desk-reminder': Waiting;
  /** To deputies and administrators too: the desk has let its time pass. */
  readonly 'introduction-desk-overdue': Page;
  /** To her: an ask, which the link opens without signing in, and until when she can answer. */
  readonly 'introduction-asked': Waiting;
  readonly 'introduction-reminder': Waiting;
  /** To the organizer: the desk sent the request back, and until when it can be sent again. */
  readonly 'introduction-returned': Waiting;
  /** To the organizer: she asks something, and until when it can be answered. */
  readonly 'introduction-question': Waiting;
  /** To her: her question was answered, and until when she can answer in turn. */
  readonly 'introduction-answered': Waiting;
  /** To the organizer: she said yes, and until when to confirm. */
  readonly 'introduction-accepted': Waiting;
  /** To her: the organizer confirmed, and until when she can say how she may be reached. */
  readonly 'introduction-confirmed': Waiting;
  readonly 'introduction-connected': Page;
  readonly 'introduction-ended': Page;
  /** To everybody asked, and to the desk: it is over, with thanks. */
  readonly 'introduction-stood-down': Page;
  /** To her: what she was asked has changed, and until when she can answer anew. */
  readonly 'introduction-terms-changed': Waiting;
  readonly 'introduction-message': Page;
  /** To her: until when she gives a sign. */
  readonly 'deployment-check-in': Waiting;
  readonly 'deployment-check-in-missed': Page;
  /** To both sides and the desk: the last day comes near. */
  readonly 'deployment-ending': Waiting;
  readonly 'deployment-clearance-due': Waiting;
  readonly 'deployment-feedback-asked': Waiting;
  /** To her, afterwards: her emergency contact was opened. */
  readonly 'deployment-emergency-opened': Page;
  /** To an organizer who asked for it: others have become eligible for a need. */
  readonly 'need-candidates': Page;
  /** To her: somebody may have seen her data. It says no more than that something waits. */
  readonly 'breach-told': Page;
  /** To whoever has a briefing or a list: it is recalled. */
  readonly 'copy-recalled': Page;
  /** To the people of an actor of the agenda, once a week: what it owes, to whom and by when. */
  readonly 'wps-owing': Page & { readonly owed: OwedInMail };
  /** To the people of an actor that takes part in a meeting: its papers, and when it begins. */
  readonly 'wps-meeting-pack': Waiting;
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
  'correction-asked',
  'correction-handled',
  'organization-verified',
  'consent-withdrawn-notice',
  'application-confirm',
  'application-already',
  'application-accepted',
  'application-declined',
  'applications-wait',
  'session-ended',
  'webhook-disabled',
  'introduction-desk-waits',
  'introduction-desk-reminder',
  'introduction-desk-overdue',
  'introduction-asked',
  'introduction-reminder',
  'introduction-returned',
  'introduction-question',
  'introduction-answered',
  'introduction-accepted',
  'introduction-confirmed',
  'introduction-connected',
  'introduction-ended',
  'introduction-stood-down',
  'introduction-terms-changed',
  'introduction-message',
  'deployment-check-in',
  'deployment-check-in-missed',
  'deployment-ending',
  'deployment-clearance-due',
  'deployment-feedback-asked',
  'deployment-emergency-opened',
  'need-candidates',
  'copy-recalled',
  'breach-told',
  'wps-owing',
  'wps-meeting-pack',
] as const satisfies readonly Template[];

/** Something that an actor owes and has made public: in one line, without a link. */
export interface OwedLine {
  /** By language. */
  readonly what: Texts;
  readonly to: string | null;
  /** The last day; null if it has none. */
  readonly by: Date | null;
}

export interface OwedInMail {
  /** What everyone may read. */
  readonly named: readonly OwedLine[];
  /** Whether there is more, which is not named. */
  readonly more: boolean;
}

/** A page of this service, to go on from. */
interface Page {
  readonly link: string;
}

/** A page of this service, and until when something can be done there. */
interface Waiting extends Page {
  readonly until: Date;
}

/** A link that works once. */
type OnceLink = Waiting;

/** Something that happened, and a page to do something about it. */
interface Event extends Page {
  readonly at: Date;
}
