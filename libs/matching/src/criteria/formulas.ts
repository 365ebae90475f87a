import { proficiencyRank } from '#vocabulary';
import type { Proficiency } from '#vocabulary';
import { microUnits, MODEL } from '../model.js';

/**
 * The formula of every soft criterion, without the columns that the engine computes it from. Each gives a
 * value in micro-units, from 0 to 1,000,000; docs/matching.md explains them.
 *
 * LANGUAGE, REGION, EXPERTISE and TRACK are the mean, over the wanted items by their weights, of the fit of
 * whatever fits the item best (`meanOfBest`); so is NETWORK, of one item that any preferred network fits.
 * Fits are whole parts of `ONE`, so that sums stay exact.
 */
export const ONE = {
  /** Tenths of a relation times sixtieths, which all level ranks from 1 to 6 divide. */
  LANGUAGE: 600,
  /** Tenths of a similarity times sixths, which all levels from 1 to 3 divide. */
  EXPERTISE: 60,
  /** Tenths of `areaRelation`. */
  REGION: 10,
  /** Tenths of `trackRelation`. */
  TRACK: 10,
  NETWORK: 1,
} as const;

/** sum(weight * best fit) / sum(weight), where a best fit is in parts of `one`. */
export function meanOfBest(
  weights: readonly number[],
  one: number,
  bestFit: (item: number) => number,
): number {
  const sum = weights.reduce((total, weight, item) => total + weight * bestFit(item), 0);
  return microUnits(sum, one * weights.reduce((total, weight) => total + weight, 0));
}

/** relation * min(1, level / wanted level); the relation, in tenths, is `languageRelation`. */
export function languageFit(relation: number, wanted: Proficiency, level: Proficiency): number {
  const full = proficiencyRank(wanted);
  return relation * (60 / full) * Math.min(full, proficiencyRank(level));
}

/** similarity * min(1, level / wanted level); the similarity, in tenths, is `expertiseSimilarity`. */
export function expertiseFit(similarity: number, wanted: number, level: number): number {
  return similarity * (6 / wanted) * Math.min(wanted, level);
}

/** ROLE: the best of the accepted roles: held in a deployment 1, only stated in the profile 0.5. */
export const roleValue = (standing: 'served' | 'stated') => microUnits(MODEL.role[standing], 10);

/** PROCESS: the best of the deployments: same type and phase 1, same type 0.7, same phase 0.4. */
export const processValue = (same: keyof typeof MODEL.process) =>
  microUnits(MODEL.process[same], 10);

/** YEARS: min(1, years / wanted years). */
export const yearsValue = (years: number, wanted: number) =>
  microUnits(Math.min(years, wanted), wanted);

/** AVAILABILITY: days of the period on which she is available / days of the period. */
export const availabilityValue = (days: number, period: number) => microUnits(days, period);

/** AVAILABILITY of a mediator whose time is limited, her profile does not say to which days: 0.5. */
export const LIMITED_AVAILABILITY = microUnits(MODEL.availability.limited, 10);

/** FRESHNESS: 1 up to 180 days after the last confirmation, 0 from 730 days, linear between. */
export function freshnessValue(days: number): number {
  const { full, none } = MODEL.freshness;
  return microUnits(Math.min(Math.max(none - days, 0), none - full), none - full);
}

/** TEXT: (n - r) / n for the place r, from 0, among the n matches of a search engine. */
export const textValue = (place: number, matches: number) => microUnits(matches - place, matches);
