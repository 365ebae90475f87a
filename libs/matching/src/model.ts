import type { ExpertiseLevel, Proficiency } from '#vocabulary';

/** The soft criteria, in the order that breaks ties between remainders. */
export const CRITERIA = [
  'LANGUAGE',
  'REGION',
  'EXPERTISE',
  'ROLE',
  'TRACK',
  'PROCESS',
  'YEARS',
  'AVAILABILITY',
  'FRESHNESS',
  'TEXT',
  'NETWORK',
  'ORIGIN',
  'WORKING_MODE',
  'NOTICE',
  'MENTOR',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Those that only model 2 knows. */
export const LATER_CRITERIA = ['ORIGIN', 'WORKING_MODE', 'NOTICE', 'MENTOR'] as const;

/** The versions of the matching model that a need can ask for. */
export const MODEL_VERSIONS = [1, 2] as const;
export type ModelVersion = (typeof MODEL_VERSIONS)[number];

/** The hard criteria, in the order in which they are checked: the first that fails is the reason. */
export const HARD_CRITERIA = [
  'CONSENT',
  'STATE',
  'LANGUAGE',
  'CONFLICT_OF_INTEREST',
  'AVAILABILITY',
  'ROLE',
  'TRACK',
  'NETWORK',
  'YEARS',
  'SAFETY',
] as const;
export type HardCriterion = (typeof HARD_CRITERIA)[number];

/**
 * Every number of matching model 1 that is not a distance between codes (those are the
 * vocabulary's: `languageRelation`, `areaRelation`, `expertiseSimilarity`, `trackRelation`).
 * A change to any of them is a new model version beside this one.
 */
export const MODEL = {
  version: 1,
  /** A value of 1, in micro-units. */
  unit: 1_000_000,
  /** Criterion weights where a need states a criterion without a weight. */
  weights: {
    LANGUAGE: 250,
    REGION: 250,
    EXPERTISE: 300,
    ROLE: 60,
    TRACK: 40,
    PROCESS: 40,
    YEARS: 30,
    AVAILABILITY: 10,
    FRESHNESS: 10,
    TEXT: 10,
    NETWORK: 0,
    ORIGIN: 0,
    WORKING_MODE: 0,
    NOTICE: 0,
    MENTOR: 0,
  } satisfies Record<Criterion, number>,
  maximumWeight: 1000,
  item: { weight: 1, maximumWeight: 1000, maximumCount: 50 },
  language: { level: 'C1' as Proficiency },
  expertise: { level: 2 as ExpertiseLevel },
  /** In tenths. */
  role: { served: 10, stated: 5 },
  /** In tenths. */
  process: { typeAndPhase: 10, type: 7, phase: 4 },
  years: { wanted: 10, maximum: 100 },
  /** In tenths: of a woman whose time is limited, where her profile does not name days. */
  availability: { limited: 5 },
  /** In days since the last confirmation. */
  freshness: { full: 180, none: 730 },
} as const;

/** Groups for whom a share of the first places can be kept. */
export const PROTECTED_GROUPS = [
  'YOUNG_LEADERS',
  'NEW_TO_TRACK_1',
  'NETWORKS',
  'NATIONALS_OR_RESIDENTS',
] as const;
export type ProtectedGroup = (typeof PROTECTED_GROUPS)[number];

/** The bounds of what a need can ask of a fair ranking. */
export const FAIRNESS = {
  /** Thousandths of the score that rotation can take from the most exposed. */
  strength: { minimum: 0, maximum: 200 },
  /** Days back from today in which exposure counts. */
  windowDays: { minimum: 30, maximum: 1095, standard: 365 },
  /** Micro-units, in whole percents; the authors' implementation of the test takes 0.02 to 0.98. */
  proportion: { minimum: 20_000, maximum: 980_000, step: 10_000 },
  /** Micro-units; likewise 0.01 to 0.15. */
  alpha: { minimum: 10_000, maximum: 150_000, standard: 100_000 },
  /** Places that the test orders. */
  places: { minimum: 10, maximum: 100, standard: 20 },
} as const;

/**
 * `numerator / denominator` in micro-units, rounded half up, exactly.
 *
 * Exact because the largest denominator is a language's 600 * 50 items * weight 1000 = 3 * 10^7:
 * then 2 * numerator * 10^6 + denominator stays below 6.1 * 10^13 < 2^53, and since 2 * denominator
 * is below 2^26 and the quotient below 2^20, two neighbouring quotients lie further apart than a
 * double's rounding error, so that floor() of the rounded division is floor() of the true one.
 * TEXT divides by the number of matches; the same argument holds to 2^31 matches.
 */
export function microUnits(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator * MODEL.unit + denominator) / (2 * denominator));
}
