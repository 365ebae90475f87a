import type { Criterion } from './model.js';

/**
 * Every number of matching model 2 that differs from model 1. docs/matching-2.md says where each comes from. A change to
 * any of them is a new model version.
 */
export const MODEL_2 = {
  version: 2,
  /** Criterion weights where a need states a criterion without a weight. */
  weights: {
    LANGUAGE: 250,
    REGION: 150,
    EXPERTISE: 350,
    ROLE: 40,
    TRACK: 20,
    PROCESS: 20,
    YEARS: 40,
    AVAILABILITY: 150,
    FRESHNESS: 80,
    TEXT: 20,
    NETWORK: 0,
    ORIGIN: 160,
    WORKING_MODE: 80,
    NOTICE: 80,
    MENTOR: 60,
  } satisfies Record<Criterion, number>,
  /** In percent of the whole score. */
  essential: { language: 15, most: 90 },
  /** In percent of the whole score: that she says she is not available, where the need does not ask about her days. */
  notAvailable: 15,
  /** In tenths: what a criterion gives where the profile says nothing about it. */
  unstated: {
    LANGUAGE: 2,
    REGION: 2,
    EXPERTISE: 2,
    ROLE: 2,
    TRACK: 3,
    PROCESS: 1,
    YEARS: 4,
    AVAILABILITY: 5,
    FRESHNESS: 2,
    NETWORK: 2,
    ORIGIN: 6,
    WORKING_MODE: 5,
    NOTICE: 5,
    MENTOR: 2,
  } as const,
  /** In tenths, by `areaRelation` in tenths. */
  region: { 10: 10, 7: 5, 5: 3, 2: 1 } as Readonly<Record<number, number>>,
  /** In tenths, by `expertiseSimilarity` in tenths. */
  expertise: { 10: 10, 5: 5, 3: 2 } as Readonly<Record<number, number>>,
  /** In tenths, of a place or field that a profile lists and no deployment shows. */
  listed: { REGION: 9, EXPERTISE: 10 },
  /** In tenths, by years since a deployment ended: the first row whose `years` are not passed. */
  recency: [
    { years: 5, tenths: 10 },
    { years: 10, tenths: 9 },
    { years: 20, tenths: 7 },
    { years: Infinity, tenths: 6 },
  ],
  /** In tenths, of a deployment of which no year is shown. */
  undated: 7,
  /** In tenths: where somebody of the place is sought, or somebody from outside. */
  origin: { insider: { national: 10, resident: 7 }, outsider: { national: 0, resident: 3 } },
} as const;
