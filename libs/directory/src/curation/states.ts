import { addDays, startOf, stateMachine, type Timer } from '#kernel';
import { refusal } from '#messages';
import type { Statement } from '../assertion/statement.js';
import type { StatedField } from '../fields/stated.js';
import { PROFILE_STATES, type ProfileState } from '../fields/closed-lists.js';

/** References that make a profile believable where no network accredits it. */
const REFERENCES = 2;

export const REQUIRED_FIELDS = [
  'fullName',
  'displayName',
  'languages',
  'territories',
  'expertise',
] as const satisfies readonly StatedField[];

/** What a profile does not state that it must state before it is published. */
export function missingFields(profile: Statement): (typeof REQUIRED_FIELDS)[number][] {
  return REQUIRED_FIELDS.filter((field) => profile[field] === undefined);
}

/** All that decides whether a step may be taken. */
export interface StepFacts {
  readonly profile: Statement;
  readonly references: number;
  readonly accredited: boolean;
  /** Consent LISTED stands. */
  readonly listed: boolean;
  /** A network that lists her has the four-eyes rule. */
  readonly fourEyes: boolean;
  /** As the audit log names who takes the step. */
  readonly by: string;
  readonly submittedBy: string | null;
  readonly editedBy: string | null;
  /** The step is taken by the woman herself. */
  readonly herself: boolean;
  /** It was she who withdrew the profile. */
  readonly withdrewHerself: boolean;
  /** She is hidden in an emergency, and who takes the step may not end that. */
  readonly heldByOthers: boolean;
}

/** What decides when a published profile becomes stale. */
export interface ConfirmationClock {
  /** ISO 8601; null if nobody has confirmed the profile. */
  readonly confirmedOn: string | null;
  /** ISO 8601, with or without a time. */
  readonly createdAt: string;
  /** The setting `BARAZA_CONFIRM_AFTER_DAYS`. */
  readonly confirmAfterDays: number;
}

/** The same in SQL is `DUE_ON` of the confirmation job and `STALE_SINCE` of `ProfileService`. */
export const EXPIRY: Timer<ConfirmationClock> = {
  when: '`BARAZA_CONFIRM_AFTER_DAYS` days after it was confirmed or created',
  dueAt: ({ confirmedOn, createdAt, confirmAfterDays }) =>
    startOf(addDays((confirmedOn ?? createdAt).slice(0, 10), confirmAfterDays)),
};

/**
 * The life of a profile: every step that a person or the clock takes. What an edit, an import or a merge does to
 * the state is decided by `editedState`, `importedState` and `mergedState`.
 */
export const PROFILE_STEPS = stateMachine({
  subject: 'profile',
  states: PROFILE_STATES,
  initial: 'draft',
  final: [],
  guards: {
    fields: {
      needs: `states ${REQUIRED_FIELDS.join(', ')}`,
      refusal: ({ profile }: StepFacts) => {
        const missing = missingFields(profile);
        return missing.length === 0
          ? null
          : refusal('profiles.lacks', {
              fields: { and: missing.map((field) => refusal(`profiles.field.${field}`)) },
            });
      },
    },
    evidence: {
      needs: 'two references or an accreditation',
      refusal: ({ references, accredited }) =>
        accredited || references >= REFERENCES
          ? null
          : refusal('profiles.needsReferences', { count: REFERENCES }),
    },
    'four-eyes': {
      needs: 'the four-eyes rule, where a network of hers has it',
      refusal: ({ fourEyes, by, submittedBy, editedBy }) =>
        fourEyes && (by === submittedBy || by === editedBy) ? refusal('profiles.fourEyes') : null,
    },
    consent: {
      needs: 'her consent LISTED',
      refusal: ({ listed }) => (listed ? null : refusal('profiles.notConsented')),
    },
    'her-own-return': {
      needs: 'herself, if she withdrew herself',
      refusal: ({ herself, withdrewHerself }) =>
        withdrewHerself && !herself ? refusal('profiles.withdrewHerself') : null,
    },
    'end-of-hiding': {
      needs: 'the end of the emergency in which she was hidden, or somebody who may end it',
      refusal: ({ heldByOthers }) => (heldByOthers ? refusal('profiles.hidden') : null),
    },
  },
  transitions: {
    /** Hands a draft over for review. */
    submit: {
      from: ['draft'],
      to: 'submitted',
      action: 'submit',
      guards: ['fields'],
      audit: 'profile.submit',
      refused: refusal('profiles.onlyDraftSubmitted'),
    },
    /** Gives it back for correction. */
    return: {
      from: ['submitted', 'verified'],
      to: 'draft',
      action: 'verify',
      audit: 'profile.return',
      refused: refusal('profiles.onlyReviewedReturned'),
    },
    verify: {
      from: ['submitted'],
      to: 'verified',
      action: 'verify',
      guards: ['fields', 'evidence', 'four-eyes'],
      audit: 'profile.verify',
      refused: refusal('profiles.onlySubmittedVerified'),
    },
    publish: {
      from: ['verified'],
      to: 'published',
      action: 'publish',
      guards: ['fields', 'consent'],
      audit: 'profile.publish',
      refused: refusal('profiles.onlyVerifiedPublished'),
    },
    /** Says that all is still true. */
    confirm: {
      from: ['published', 'stale'],
      to: 'published',
      action: 'confirm',
      audit: 'profile.confirm',
      refused: refusal('profiles.onlyPublishedConfirmed'),
    },
    /** Nobody has said so for too long. */
    expire: {
      from: ['published'],
      to: 'stale',
      action: 'mark-stale',
      timer: EXPIRY,
      audit: 'profile.expire',
      refused: refusal('profiles.onlyPublishedStale'),
    },
    /** Takes her out of sight until it is clear what is wrong. */
    suspend: {
      from: ['submitted', 'verified', 'published', 'stale'],
      to: 'suspended',
      action: 'suspend',
      audit: 'profile.suspend',
      refused: refusal('profiles.notSuspended'),
    },
    /** It is reviewed anew before it is shown again. */
    reinstate: {
      from: ['suspended'],
      to: 'submitted',
      action: 'reinstate',
      guards: ['end-of-hiding'],
      audit: 'profile.reinstate',
      refused: refusal('profiles.onlySuspendedReinstated'),
    },
    withdraw: {
      from: ['draft', 'submitted', 'verified', 'published', 'stale', 'suspended'],
      to: 'withdrawn',
      action: 'withdraw',
      audit: 'profile.withdraw',
      refused: refusal('steps.withdrawnOnce'),
    },
    /** Whoever left by her own decision comes back by her own decision only. */
    resume: {
      from: ['withdrawn'],
      to: 'draft',
      action: 'withdraw',
      guards: ['her-own-return', 'end-of-hiding'],
      audit: 'profile.resume',
      refused: refusal('profiles.onlyWithdrawnResumed'),
    },
  },
});

export type Step = (typeof PROFILE_STEPS.names)[number];

/** What a step may lack, beyond the state. */
export type StepNeed = ReturnType<typeof PROFILE_STEPS.lacking>[number];
export const STEP_NEEDS = Object.keys(PROFILE_STEPS.table.guards ?? {}) as StepNeed[];

/** The state of a profile after somebody changed what it says. */
export function editedState(state: ProfileState, fourEyes: boolean): ProfileState {
  // What was verified is no longer what it says: under the rule it is looked at again.
  return fourEyes && state === 'verified' ? 'submitted' : state;
}

/** What an import has to do with the state. */
export interface ImportFacts {
  /** Null for a woman who is new. */
  readonly state: ProfileState | null;
  /** The file states consent LISTED, and she has not said no to it. */
  readonly listed: boolean;
  /** Her sources state every field that a published profile has. */
  readonly complete: boolean;
  /** A network that lists her has the four-eyes rule. */
  readonly fourEyes: boolean;
  /** The file states a later confirmation than was known. */
  readonly confirmed: boolean;
}

/**
 * The state after a network's import. Its list is its accreditation: whom it lists with her consent, and
 * with all that a published profile states, is published at once, or under the four-eyes rule submitted.
 * Whose sources no longer state it is a draft. No import brings back whom a person took out, or what
 * nobody has confirmed.
 */
export function importedState({
  state,
  listed,
  complete,
  fourEyes,
  confirmed,
}: ImportFacts): ProfileState {
  if (state === 'suspended' || state === 'withdrawn') return state;
  // Who is not listed any more is shown to nobody, whatever the state: her consents decide that.
  if (!listed) return state ?? 'draft';
  if (!complete) return 'draft';
  if (state === 'stale' && !confirmed) return state;
  if (state === 'published' || state === 'stale') return 'published';
  return fourEyes ? 'submitted' : 'published';
}

const STRICTNESS: readonly ProfileState[] = ['suspended', 'withdrawn'];

/** The state of two records that become one: whoever took one of them out took her out. */
export function mergedState(kept: ProfileState, other: ProfileState): ProfileState {
  return STRICTNESS.indexOf(other) > STRICTNESS.indexOf(kept) ? other : kept;
}
