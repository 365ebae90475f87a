import type { ValuesOf } from '#messages';
import type { HardCriterion } from '../model.js';

/**
 * What a finding means. CONTRADICTION: nobody can be eligible, whoever is in the pool. TOO_NARROW: few
 * or none are, of those who are. WITHOUT_EFFECT: a part of the need decides nothing. DOUBTFUL: two
 * parts do not go together. ASSUMED: a part that was left out is taken from another.
 */
export type FindingKind =
  | 'CONTRADICTION'
  | 'TOO_NARROW'
  | 'WITHOUT_EFFECT'
  | 'DOUBTFUL'
  | 'ASSUMED';

/** Everything that can be found, and what it means. */
export const FINDINGS = {
  NETWORKS_EXCLUDED: 'CONTRADICTION',
  NOBODY_ELIGIBLE: 'TOO_NARROW',
  FEWER_THAN_WANTED: 'TOO_NARROW',
  MOST_RESTRICTIVE: 'TOO_NARROW',
  UNKNOWN_NETWORK: 'DOUBTFUL',
  PERIOD_PAST: 'DOUBTFUL',
  PERIOD_BEFORE_DATE: 'DOUBTFUL',
  LANGUAGE_NOT_WANTED: 'DOUBTFUL',
  LEVEL_ABOVE_WANTED: 'DOUBTFUL',
  ROLE_NOT_WANTED: 'DOUBTFUL',
  TRACK_NOT_WANTED: 'DOUBTFUL',
  YEARS_ABOVE_WANTED: 'DOUBTFUL',
  TERRITORIES_ASSUMED: 'ASSUMED',
  ESSENTIAL_ASSUMED: 'ASSUMED',
  ESSENTIAL_NOT_STATED: 'ASSUMED',
  AVAILABILITY_NOT_ASKED: 'ASSUMED',
  CONFLICT_NOT_STATED: 'DOUBTFUL',
  INSIDERS_EXCLUDED: 'DOUBTFUL',
  NETWORK_EXCLUDED: 'WITHOUT_EFFECT',
  PREFERRED_NETWORK_EXCLUDED: 'WITHOUT_EFFECT',
  WEIGHT_WITHOUT_CRITERION: 'WITHOUT_EFFECT',
  CRITERION_WITHOUT_WEIGHT: 'WITHOUT_EFFECT',
  BRIEF_WITHOUT_MATCHES: 'WITHOUT_EFFECT',
  SAME_VALUE: 'WITHOUT_EFFECT',
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof FINDINGS;

/** A requirement that an organizer can drop: consent and safety are not hers. */
export type Droppable = Exclude<HardCriterion, 'CONSENT' | 'SAFETY'>;

/** What fills a place of a sentence, and how it is to be written. */
export type Shown = readonly [
  as:
    | 'area'
    | 'areas'
    | 'criterion'
    | 'date'
    | 'fields'
    | 'language'
    | 'level'
    | 'networks'
    | 'number'
    | 'requirement'
    | 'role'
    | 'share'
    | 'track',
  value: string | number,
];

/** Something about a need that its organizer should know before she ranks by it. */
export interface Finding {
  readonly code: FindingCode;
  readonly kind: FindingKind;
  /** Where: `hard.languages.0.level`. */
  readonly path: string;
  /** By the places of the sentence. */
  readonly values: Readonly<Record<string, Shown>>;
  /** How many women it is about, where it is about any. */
  readonly count: number | null;
}

/** A finding with all that its sentence takes. */
export function finding<C extends FindingCode>(
  code: C,
  path: string,
  values: Readonly<Record<keyof ValuesOf<'findings', C>, Shown>>,
  count: number | null = null,
): Finding {
  return { code, kind: FINDINGS[code], path, values, count };
}
