/**
 * The numbers of the model of linkage (Fellegi and Sunter, JASA 64, 1969, with a third class beside the same woman and
 * strangers: relatives). For each level of a comparison: how often it comes if both entries are the same woman (`same`),
 * two strangers (`stranger`) or relatives or housemates (`kin`). A level without `stranger` is weighed by how rare the
 * value is in the pool.
 */
export interface Level {
  readonly same: number;
  readonly stranger?: number;
  readonly kin: number;
}

export const COMPARISONS = [
  'NAME',
  'BIRTH',
  'NATIONALITY',
  'RESIDENCE',
  'LANGUAGE',
  'MAIL',
  'TELEPHONE',
  'IDENTIFIER',
  'TEXT',
] as const;
export type ComparisonKind = (typeof COMPARISONS)[number];

/** The levels of each comparison but NAME, which is weighed word by word; from agreement to contradiction. */
export const LEVELS = {
  BIRTH: [
    'SAME_DAY',
    'SLIP_OF_DAY',
    'SAME_MONTH',
    'DAYS_APART',
    'SAME_YEAR',
    'MONTHS_APART',
    'YEAR_BESIDE',
    'SLIP_OF_YEAR',
    'YEARS_APART',
  ],
  NATIONALITY: ['SHARED', 'NONE_SHARED'],
  RESIDENCE: ['SHARED', 'NONE_SHARED'],
  LANGUAGE: ['SHARED', 'NONE_SHARED'],
  MAIL: ['SHARED', 'NONE_SHARED'],
  TELEPHONE: ['SHARED', 'NONE_SHARED'],
  IDENTIFIER: ['SHARED', 'NONE_SHARED'],
  TEXT: ['SHARED', 'NONE_SHARED'],
} as const satisfies Record<Exclude<ComparisonKind, 'NAME'>, readonly string[]>;
export type LevelledKind = keyof typeof LEVELS;
export type LevelOf<Kind extends LevelledKind> = (typeof LEVELS)[Kind][number];

export interface LinkageModel {
  readonly version: string;
  /** Of the shorter of two lists, the share of women who are also on the other. */
  readonly overlap: number;
  /** Of a list, the share of women who are on it twice. */
  readonly twice: number;
  /** Relatives and housemates that a woman has on another list. */
  readonly relatives: number;
  /** Strangers on another list who have her first name and a further one. */
  readonly namesakes: number;
  readonly levels: { readonly [Kind in LevelledKind]: Readonly<Record<LevelOf<Kind>, Level>> };
  /** The most that a shared value adds, in milli-bits. */
  readonly most: {
    readonly MAIL: number;
    readonly TELEPHONE: number;
    readonly TEXT: number;
    readonly IDENTIFIER: number;
  };
  /** Women beside those of the pool, for the rarity of values: a small pool says little. */
  readonly further: number;
  /** Probabilities from which two entries are likely the same woman, and worth a person's look. */
  readonly likely: number;
  readonly possible: number;
  /** The most entries that are put together without a person's look. */
  readonly largestCluster: number;
}

export const DEFAULT_MODEL: LinkageModel = {
  version: 'default-2',
  overlap: 0.25,
  twice: 0.01,
  relatives: 0.3,
  namesakes: 0.03,
  levels: {
    BIRTH: {
      SAME_DAY: { same: 0.82, stranger: 0.00008, kin: 0.01 },
      SLIP_OF_DAY: { same: 0.06, stranger: 0.0009, kin: 0.003 },
      SAME_MONTH: { same: 0.85, stranger: 0.0025, kin: 0.006 },
      DAYS_APART: { same: 0.02, stranger: 0.0024, kin: 0.005 },
      SAME_YEAR: { same: 0.86, stranger: 0.028, kin: 0.05 },
      MONTHS_APART: { same: 0.03, stranger: 0.026, kin: 0.05 },
      YEAR_BESIDE: { same: 0.08, stranger: 0.055, kin: 0.1 },
      SLIP_OF_YEAR: { same: 0.04, stranger: 0.15, kin: 0.2 },
      YEARS_APART: { same: 0.008, stranger: 0.77, kin: 0.65 },
    },
    NATIONALITY: {
      SHARED: { same: 0.95, kin: 0.93 },
      NONE_SHARED: { same: 0.05, stranger: 0.85, kin: 0.07 },
    },
    RESIDENCE: {
      SHARED: { same: 0.82, kin: 0.6 },
      NONE_SHARED: { same: 0.18, stranger: 0.85, kin: 0.4 },
    },
    LANGUAGE: {
      SHARED: { same: 0.97, kin: 0.95 },
      NONE_SHARED: { same: 0.03, stranger: 0.4, kin: 0.05 },
    },
    MAIL: {
      SHARED: { same: 0.5, kin: 0.04 },
      NONE_SHARED: { same: 0.5, stranger: 1, kin: 0.96 },
    },
    TELEPHONE: {
      SHARED: { same: 0.5, kin: 0.1 },
      NONE_SHARED: { same: 0.5, stranger: 1, kin: 0.9 },
    },
    IDENTIFIER: {
      SHARED: { same: 0.95, kin: 0.0001 },
      NONE_SHARED: { same: 0.05, stranger: 1, kin: 1 },
    },
    TEXT: {
      SHARED: { same: 0.5, kin: 0.05 },
      NONE_SHARED: { same: 0.5, stranger: 0.95, kin: 0.95 },
    },
  },
  most: { MAIL: 14_000, TELEPHONE: 14_000, TEXT: 8_000, IDENTIFIER: 20_000 },
  further: 300,
  likely: 0.78,
  possible: 0.05,
  largestCluster: 6,
};
