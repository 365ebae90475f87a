/** The six languages of labels and explanations. */
export const LOCALES = ['ar', 'en', 'es', 'fr', 'pt', 'sw'] as const;
export type Locale = (typeof LOCALES)[number];

/** Canonical BCP 47 primary language subtag, such as `sw` or `ary`. */
export type LanguageCode = string;
/** ISO 3166-1 alpha-2, or CLDR's code where ISO has none (`XK`). */
export type TerritoryCode = string;
/** A territory, a UN M49 region (`011`) or a grouping (`ECOWAS`). */
export type AreaCode = string;
/** A domain (`mediation`) or a topic of one (`mediation.shuttle-diplomacy`). */
export type ExpertiseCode = string;

/** CEFR levels, and the two that need no examination. */
export const PROFICIENCIES = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'signed'] as const;
export type Proficiency = (typeof PROFICIENCIES)[number];

/** 1 familiar, 2 practitioner, 3 expert. */
export const EXPERTISE_LEVELS = [1, 2, 3] as const;
export type ExpertiseLevel = (typeof EXPERTISE_LEVELS)[number];

/** 1 official, 1.5 official people in an unofficial setting, 2 unofficial, 3 community. */
export const TRACKS = ['1', '1.5', '2', '3'] as const;
export type Track = (typeof TRACKS)[number];

export const ROLES = [
  'lead-mediator',
  'co-mediator',
  'facilitator',
  'adviser',
  'process-designer',
  'gender-adviser',
  'observer',
  'trainer',
  'note-taker',
] as const;
export type Role = (typeof ROLES)[number];

export const PHASES = [
  'prevention',
  'pre-negotiation',
  'negotiation',
  'agreement',
  'implementation',
  'post-conflict',
] as const;
export type Phase = (typeof PHASES)[number];

export const PROCESS_TYPES = [
  'ceasefire',
  'comprehensive',
  'local',
  'election-related',
  'implementation',
] as const;
export type ProcessType = (typeof PROCESS_TYPES)[number];

export const SUPPORTS = [
  'direct-mediation',
  'advice',
  'training-and-coaching',
  'facilitation',
] as const;
export type Support = (typeof SUPPORTS)[number];

export const AVAILABILITY_BANDS = ['available', 'limited', 'unavailable'] as const;
export type AvailabilityBand = (typeof AVAILABILITY_BANDS)[number];

/** Years of mediation experience: lower bounds of the bands 0-2, 3-6, 7-9, 10-14, 15-19, 20 and more. */
export const YEARS_BANDS = [0, 3, 7, 10, 15, 20] as const;
export type YearsBand = (typeof YEARS_BANDS)[number];

export const VOCABULARY_KINDS = [
  'language',
  'territory',
  'region',
  'grouping',
  'expertise',
  'track',
  'role',
  'phase',
  'process-type',
  'support',
  'proficiency',
  'expertise-level',
  'availability',
] as const;
export type VocabularyKind = (typeof VOCABULARY_KINDS)[number];

/** One entry of a list. */
export interface VocabularyEntry {
  readonly kind: VocabularyKind;
  readonly code: string;
  /** Macrolanguage, containing region or domain, where there is one. */
  readonly parent: string | null;
  readonly labels: Readonly<Partial<Record<Locale, string>> & { en: string }>;
  /** Other spellings that parsing takes. */
  readonly aliases: readonly string[];
  readonly definition: string | null;
  readonly source: string;
  /** Date of the list, as precisely as its source gives it. */
  readonly asOf: string;
  /** The published sources differ: check before relying on it. */
  readonly verify: boolean;
  /** Member territories of a grouping. */
  readonly members: readonly TerritoryCode[];
}
