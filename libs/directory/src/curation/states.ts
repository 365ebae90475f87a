import type { ActionOn } from '#identity';
import type { StatedField, Statement } from '../assertion/statement.js';
import type { ProfileState } from '../profile/profile-record.js';

/** What must hold for a step beyond the state it begins in. */
type Requirement = 'fields' | 'evidence' | 'four-eyes' | 'consent' | 'her-own-return';

interface StepRule {
  readonly from: readonly ProfileState[];
  readonly to: ProfileState;
  /** What the viewer must be permitted to do with the profile. */
  readonly action: ActionOn<'profile'>;
  readonly needs: readonly Requirement[];
}

const step = (rule: StepRule): StepRule => rule;

const ALIVE: readonly ProfileState[] = [
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
  'suspended',
];

/** The life of a profile: every step there is. What a network's import may do is `importedState`. */
export const STEPS = {
  /** Hands a draft over for review. */
  submit: step({ from: ['draft'], to: 'submitted', action: 'submit', needs: ['fields'] }),
  /** Gives it back for correction. */
  return: step({ from: ['submitted', 'verified'], to: 'draft', action: 'verify', needs: [] }),
  verify: step({
    from: ['submitted'],
    to: 'verified',
    action: 'verify',
    needs: ['fields', 'evidence', 'four-eyes'],
  }),
  publish: step({
    from: ['verified'],
    to: 'published',
    action: 'publish',
    needs: ['fields', 'consent'],
  }),
  /** Says that all is still true. */
  confirm: step({ from: ['published', 'stale'], to: 'published', action: 'confirm', needs: [] }),
  /** Nobody has said so for too long. */
  expire: step({ from: ['published'], to: 'stale', action: 'mark-stale', needs: [] }),
  /** Takes her out of sight until it is clear what is wrong. */
  suspend: step({
    from: ['submitted', 'verified', 'published', 'stale'],
    to: 'suspended',
    action: 'suspend',
    needs: [],
  }),
  /** It is reviewed anew before it is shown again. */
  reinstate: step({ from: ['suspended'], to: 'submitted', action: 'reinstate', needs: [] }),
  withdraw: step({ from: ALIVE, to: 'withdrawn', action: 'withdraw', needs: [] }),
  /** Who left by her own decision comes back by her own decision only. */
  resume: step({ from: ['withdrawn'], to: 'draft', action: 'withdraw', needs: ['her-own-return'] }),
} as const;

export type Step = keyof typeof STEPS;

export const STEP_NAMES = Object.keys(STEPS) as Step[];

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
  readonly state: ProfileState;
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
}

export type StepOutcome =
  | { readonly state: ProfileState }
  /** A sentence for whoever tried. */
  | { readonly refused: string };

/** Where a step leads from here, or why it cannot be taken. */
export function takeStep(name: Step, facts: StepFacts): StepOutcome {
  const { from, to, needs }: StepRule = STEPS[name];
  if (!from.includes(facts.state)) {
    return { refused: `A profile that is ${facts.state} cannot take this step (${name}).` };
  }
  const missing = needs.map((need) => CHECKS[need](facts)).find((sentence) => sentence !== null);
  return missing === undefined ? { state: to } : { refused: missing };
}

/** Null where the requirement holds, else what is missing. */
const CHECKS: Record<Requirement, (facts: StepFacts) => string | null> = {
  fields: ({ profile }) => {
    const missing = missingFields(profile);
    return missing.length === 0 ? null : `The profile does not state: ${missing.join(', ')}.`;
  },
  evidence: ({ references, accredited }) =>
    accredited || references >= REFERENCES
      ? null
      : `This needs ${REFERENCES} references or the accreditation of a network.`,
  'four-eyes': ({ fourEyes, by, submittedBy, editedBy }) =>
    fourEyes && (by === submittedBy || by === editedBy)
      ? 'Whoever submitted or last edited a profile does not verify it here: ask another coordinator.'
      : null,
  consent: ({ listed }) => (listed ? null : 'She has not consented to be listed.'),
  'her-own-return': ({ herself, withdrewHerself }) =>
    withdrewHerself && !herself ? 'She withdrew herself: only she can come back.' : null,
};

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
