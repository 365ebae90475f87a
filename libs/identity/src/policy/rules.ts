import type { ConditionName } from './conditions.js';
import type { Grant } from './grants.js';
import type { SubjectKind } from './subjects.js';

export interface Rule {
  readonly to: readonly Grant[];
  readonly subject: SubjectKind;
  readonly actions: readonly string[];
  /** Only of subjects like this. */
  readonly when?: ConditionName;
}

/** Keeps the names of the actions, so that one that is asked for and nowhere granted does not compile. */
const rules = <const R extends readonly Rule[]>(list: R): R => list;

/**
 * Who may do what to what. Nothing that is not here is permitted. Docs and tests are made from this
 * table: `docs/policies.md`.
 */
export const RULES = rules([
  // The directory as everyone sees it; what of each profile is seen is decided by its audiences.
  { to: ['anyone'], subject: 'directory', actions: ['read', 'match'] },
  // What a ranking rests on: why somebody stands where she does, and what the directory lacks.
  { to: ['user', 'directory.read', 'operator'], subject: 'directory', actions: ['analyse'] },
  { to: ['operator'], subject: 'directory', actions: ['evaluate'] },
  // What changes in it, as each sees it.
  {
    to: ['user', 'directory.read', 'profiles.read', 'profiles.write', 'operator'],
    subject: 'directory',
    actions: ['follow'],
  },
  { to: ['anyone'], subject: 'network', actions: ['read'] },
  { to: ['anyone'], subject: 'need', actions: ['read'] },

  // Profiles.
  {
    to: ['mediator'],
    subject: 'profile',
    when: 'self',
    actions: [
      'read-all',
      'edit',
      'submit',
      'confirm',
      'read-history',
      'request-correction',
      'set-audience',
      'withdraw',
    ],
  },
  {
    to: ['coordinator'],
    subject: 'profile',
    when: 'listedByOwnNetwork',
    actions: [
      'create',
      'import',
      'read-all',
      'edit',
      'submit',
      'verify',
      'publish',
      'suspend',
      'reinstate',
      'withdraw',
      'annotate',
      'ask',
      'read-history',
      'revert',
      'handle-correction',
      'narrow-audience',
      'end-affiliation',
    ],
  },
  {
    to: ['coordinator'],
    subject: 'profile',
    when: 'listedByOwnNetwork',
    actions: ['merge', 'unmerge'],
  },
  {
    to: ['profiles.read', 'profiles.write'],
    subject: 'profile',
    when: 'listedByOwnNetwork',
    actions: ['read-all'],
  },
  {
    to: ['profiles.write'],
    subject: 'profile',
    when: 'listedByOwnNetwork',
    actions: ['create', 'import', 'edit', 'submit'],
  },
  {
    to: ['operator'],
    subject: 'profile',
    actions: ['create', 'import', 'readmit', 'suspend', 'merge', 'unmerge'],
  },
  { to: ['system'], subject: 'profile', actions: ['create', 'import', 'remind', 'mark-stale'] },

  // Contact and security data. Curators state a purpose, and she is told.
  {
    to: ['mediator'],
    subject: 'contact',
    when: 'self',
    actions: ['read', 'read-accesses', 'read-history'],
  },
  { to: ['mediator'], subject: 'contact', when: 'providedByHerself', actions: ['edit'] },
  {
    to: ['coordinator'],
    subject: 'contact',
    when: 'ownNetwork',
    actions: ['read', 'edit', 'read-history'],
  },

  // Consent, and all that is held about her.
  { to: ['mediator'], subject: 'consent', when: 'self', actions: ['read', 'give', 'withdraw'] },
  {
    to: ['coordinator'],
    subject: 'consent',
    when: 'listedByOwnNetwork',
    actions: ['read', 'record', 'withdraw'],
  },
  { to: ['mediator'], subject: 'own-data', when: 'self', actions: ['read', 'export', 'erase'] },
  { to: ['operator'], subject: 'own-data', actions: ['erase-at-her-request'] },

  // Networks.
  {
    to: ['administrator', 'operator', 'system'],
    subject: 'network',
    actions: ['create', 'edit', 'archive'],
  },
  { to: ['coordinator'], subject: 'network', when: 'ownNetwork', actions: ['edit'] },
  { to: ['coordinator'], subject: 'work-list', when: 'ownNetwork', actions: ['read', 'search'] },
  { to: ['coordinator'], subject: 'duplicate', when: 'ownNetwork', actions: ['read', 'decide'] },
  { to: ['system'], subject: 'duplicate', actions: ['find'] },
  { to: ['operator'], subject: 'duplicate', actions: ['find', 'read', 'decide'] },
  { to: ['operator'], subject: 'exchange', actions: ['run'] },
  { to: ['coordinator'], subject: 'exchange', when: 'ownNetwork', actions: ['read'] },

  // What waits for somebody.
  {
    to: ['mediator', 'organizer', 'administrator'],
    subject: 'inbox',
    when: 'allOfHers',
    actions: ['read'],
  },
  { to: ['coordinator'], subject: 'inbox', when: 'allOrOwnNetwork', actions: ['read', 'assign'] },
  { to: ['organizer'], subject: 'inbox', when: 'allOfHers', actions: ['assign'] },
  { to: ['administrator', 'operator'], subject: 'inbox', actions: ['read-stuck'] },

  // Calls for new members, and who applies to them.
  {
    to: ['coordinator'],
    subject: 'call',
    when: 'ownNetwork',
    actions: ['read', 'create', 'edit', 'open', 'close'],
  },
  { to: ['system'], subject: 'call', actions: ['create', 'open'] },
  { to: ['anyone'], subject: 'application', actions: ['apply'] },
  { to: ['coordinator'], subject: 'application', when: 'ownNetwork', actions: ['read', 'decide'] },

  // Lists that are uploaded, previewed, applied and undone.
  {
    to: ['coordinator', 'profiles.write'],
    subject: 'import',
    when: 'ownNetwork',
    actions: ['upload', 'read', 'edit', 'apply'],
  },

  // Statistics of who came before organizers, small numbers left out.
  {
    to: ['focal-point', 'administrator', 'operator'],
    subject: 'exposure',
    actions: ['read-all'],
  },
  { to: ['coordinator'], subject: 'exposure', when: 'ownNetwork', actions: ['read'] },
  {
    to: ['focal-point', 'administrator', 'operator'],
    subject: 'metrics',
    actions: ['read-all'],
  },
  { to: ['coordinator'], subject: 'metrics', when: 'ownNetwork', actions: ['read'] },
  { to: ['organizer'], subject: 'metrics', when: 'ownVerifiedOrganization', actions: ['read'] },

  // Women, peace and security. What is read of an actor's records is decided by how far each is shared.
  { to: ['anyone'], subject: 'wps-actor', actions: ['read'] },
  { to: ['administrator', 'operator', 'system'], subject: 'wps-actor', actions: ['keep'] },
  { to: ['administrator', 'operator', 'system'], subject: 'wps-meeting', actions: ['keep'] },
  {
    to: ['focal-point'],
    subject: 'wps-meeting',
    when: 'ownVerifiedOrganization',
    actions: ['keep'],
  },
  {
    to: ['focal-point'],
    subject: 'wps-record',
    when: 'ownVerifiedOrganization',
    actions: ['edit'],
  },
  {
    to: ['focal-point', 'organizer'],
    subject: 'wps-involvement',
    when: 'ownVerifiedOrganization',
    actions: ['answer'],
  },
  {
    to: ['focal-point', 'organizer'],
    subject: 'wps-report',
    when: 'ownVerifiedOrganization',
    actions: ['comment'],
  },
  { to: ['focal-point', 'organizer'], subject: 'wps-actor', actions: ['read-owing'] },
  { to: ['operator'], subject: 'wps-record', actions: ['read-all'] },
  { to: ['system'], subject: 'wps-record', actions: ['edit'] },

  // Accounts.
  {
    to: ['user'],
    subject: 'account',
    when: 'ownAccount',
    actions: ['read', 'edit', 'secure', 'end-sessions'],
  },
  {
    to: ['administrator'],
    subject: 'account',
    actions: [
      'list',
      'suspend',
      'reinstate',
      'end-sessions',
      'remove-second-factor',
      'take-role',
      'trace',
    ],
  },
  {
    to: ['operator'],
    subject: 'account',
    actions: ['create', 'list', 'remove-second-factor', 'suspend', 'trace', 'forget-password'],
  },
  { to: ['system'], subject: 'account', actions: ['create'] },
  {
    to: ['administrator', 'operator'],
    subject: 'invitation',
    actions: ['create', 'revoke', 'list'],
  },
  {
    to: ['coordinator'],
    subject: 'invitation',
    when: 'mediatorsOfOwnNetwork',
    actions: ['create', 'revoke', 'list'],
  },
  { to: ['anyone'], subject: 'organization', actions: ['register'] },
  {
    to: ['organizer', 'focal-point'],
    subject: 'organization',
    when: 'ownOrganization',
    actions: ['read'],
  },
  {
    to: ['administrator'],
    subject: 'organization',
    actions: ['read', 'list', 'verify', 'suspend'],
  },
  { to: ['operator'], subject: 'organization', actions: ['suspend'] },
  { to: ['administrator', 'operator', 'system'], subject: 'organization', actions: ['create'] },
  {
    to: ['administrator', 'operator'],
    subject: 'organization',
    actions: ['configure-openid'],
  },
  {
    to: ['administrator', 'operator'],
    subject: 'service-account',
    actions: ['create', 'revoke', 'list'],
  },
  { to: ['coordinator'], subject: 'service-account', when: 'ownNetwork', actions: ['list'] },
  { to: ['administrator', 'operator'], subject: 'webhook', actions: ['keep'] },
  { to: ['coordinator'], subject: 'webhook', when: 'ownNetwork', actions: ['keep'] },

  // Needs and processes of organizers.
  { to: ['system'], subject: 'need', actions: ['create'] },
  {
    to: ['organizer'],
    subject: 'need',
    when: 'ownVerifiedOrganization',
    actions: [
      'create',
      'read-all',
      'edit',
      'open',
      'close',
      'shortlist',
      'share',
      'give-feedback',
      'be-told',
    ],
  },
  {
    to: ['operator'],
    subject: 'need',
    actions: ['create', 'read-all', 'edit', 'open', 'close', 'shortlist', 'share', 'give-feedback'],
  },

  {
    to: ['organizer'],
    subject: 'peace-process',
    when: 'ownVerifiedOrganization',
    actions: ['create', 'edit', 'archive'],
  },
  {
    to: ['administrator', 'operator'],
    subject: 'peace-process',
    when: 'common',
    actions: ['create', 'edit', 'archive'],
  },
  {
    to: ['organizer', 'focal-point'],
    subject: 'share',
    when: 'sharedWithHer',
    actions: ['read'],
  },

  // Introductions: the organizer's side, the side of her network, and hers.
  {
    to: ['organizer'],
    subject: 'introduction',
    when: 'ownVerifiedOrganization',
    actions: ['request', 'read', 'answer', 'confirm', 'withdraw', 'close', 'write'],
  },
  {
    to: ['coordinator'],
    subject: 'introduction',
    when: 'ownNetwork',
    actions: ['read-desk', 'handle', 'write-desk'],
  },
  {
    to: ['mediator'],
    subject: 'introduction',
    when: 'self',
    actions: ['read-own', 'decide', 'write-own'],
  },
  { to: ['system'], subject: 'introduction', actions: ['remind', 'end'] },
  // Deployments: the organizer's side, the side of her network, and hers.
  {
    to: ['organizer'],
    subject: 'deployment',
    when: 'ownVerifiedOrganization',
    actions: ['read', 'plan', 'edit', 'record', 'suspend', 'extend', 'agree', 'end', 'complete'],
  },
  {
    to: ['coordinator'],
    subject: 'deployment',
    when: 'ownNetwork',
    actions: [
      'read',
      'edit',
      'clear',
      'record',
      'waive',
      'activate',
      'resume',
      'suspend',
      'extend',
      'agree',
      'end',
      'complete',
      'close',
      'check-in',
      'open-emergency-contact',
    ],
  },
  {
    to: ['mediator'],
    subject: 'deployment',
    when: 'self',
    actions: ['read', 'record', 'suspend', 'extend', 'agree', 'end', 'check-in'],
  },
  { to: ['system'], subject: 'deployment', actions: ['keep-time'] },
  // What happened to her at work: her own to read, and the safety officer's of the desk that acts for her.
  { to: ['mediator'], subject: 'incident', when: 'self', actions: ['read', 'report'] },
  {
    to: ['coordinator'],
    subject: 'incident',
    when: 'asSafetyOfficer',
    actions: ['read', 'report', 'handle'],
  },
  // When and where a network answers.
  {
    to: ['coordinator'],
    subject: 'desk',
    when: 'ownNetwork',
    actions: ['read', 'edit', 'read-people', 'appoint'],
  },
  { to: ['administrator'], subject: 'desk', actions: ['read', 'read-people', 'appoint'] },
  { to: ['organizer'], subject: 'desk', when: 'verified', actions: ['read'] },
  { to: ['mediator'], subject: 'ask-preferences', when: 'self', actions: ['read', 'edit'] },

  // Looking back on a deployment: feedback of both sides, its review, and lessons.
  {
    to: ['organizer'],
    subject: 'feedback',
    when: 'ownVerifiedOrganization',
    actions: ['read', 'give', 'reply'],
  },
  {
    to: ['mediator'],
    subject: 'feedback',
    when: 'self',
    actions: ['read', 'give-own', 'reply-own'],
  },
  { to: ['coordinator'], subject: 'feedback', when: 'ownNetwork', actions: ['read', 'review'] },
  {
    to: ['coordinator'],
    subject: 'lesson',
    when: 'ownNetwork',
    actions: ['read', 'edit', 'publish', 'withdraw'],
  },
  { to: ['anyone'], subject: 'lesson', actions: ['read-published'] },

  // Second places beside mediators at work, and mentoring.
  { to: ['coordinator'], subject: 'alongside', when: 'ownNetwork', actions: ['propose'] },
  {
    to: ['organizer'],
    subject: 'alongside',
    when: 'ownVerifiedOrganization',
    actions: ['decide'],
  },
  { to: ['mediator'], subject: 'alongside', when: 'self', actions: ['decide-own'] },
  { to: ['mediator'], subject: 'mentoring', when: 'self', actions: ['read', 'show'] },

  // Teams, worked out for whoever asks and shown to nobody else.
  {
    to: ['organizer', 'coordinator', 'administrator', 'operator'],
    subject: 'team',
    actions: ['start', 'list'],
  },
  {
    to: ['organizer', 'coordinator', 'administrator', 'operator'],
    subject: 'team',
    when: 'requestedByHerself',
    actions: ['read', 'cancel'],
  },

  // Keys and other parts of the machinery.
  { to: ['operator', 'system'], subject: 'pseudonyms', actions: ['renew-classes'] },
  { to: ['administrator', 'operator'], subject: 'audit-log', actions: ['verify', 'read-refusals'] },
  { to: ['administrator', 'operator'], subject: 'hiding', actions: ['hide', 'lift', 'list'] },
  { to: ['coordinator'], subject: 'hiding', when: 'ownNetwork', actions: ['hide', 'list'] },
  { to: ['coordinator'], subject: 'hiding', when: 'byOwnNetwork', actions: ['lift'] },
  { to: ['administrator', 'operator'], subject: 'copy', actions: ['list', 'recall'] },
  { to: ['coordinator'], subject: 'copy', when: 'ownNetwork', actions: ['list', 'recall'] },
  {
    to: ['administrator', 'operator'],
    subject: 'breach',
    actions: ['open', 'list', 'notify', 'report', 'tell'],
  },
  { to: ['coordinator'], subject: 'breach', when: 'ownNetwork', actions: ['tell'] },
  { to: ['mediator'], subject: 'breach', when: 'self', actions: ['read-own'] },
  { to: ['administrator', 'operator'], subject: 'machinery', actions: ['read'] },
  { to: ['operator'], subject: 'keys', actions: ['rotate', 'read-status'] },
]);

type Granted = (typeof RULES)[number];

/** The actions that some rule grants on a kind of subject. */
export type ActionOn<K extends SubjectKind> = Extract<Granted, { subject: K }>['actions'][number];
