import { explainFairness, type FairnessEffect, type RankedCandidate } from '#matching';
import type { Locale } from '#vocabulary';
import type { ConnectionFairness, MatchFairness } from './fairness.type.js';

/** What fairness did to one place; null where it is off. */
export function toMatchFairness(
  { rank, fairness }: Pick<RankedCandidate, 'rank' | 'fairness'>,
  locale: Locale,
): MatchFairness | null {
  if (!fairness) return null;
  return {
    rankWithout: fairness.rankWithout,
    rotation: fairness.rotation ?? null,
    group: fairness.group ?? null,
    sentences: explainFairness({ rank, fairness }, locale),
  };
}

/** What fairness did to a page; null where it is off. */
export function toConnectionFairness(effect?: FairnessEffect): ConnectionFairness | null {
  return effect
    ? { ...effect, strength: effect.strength ?? null, test: effect.test ?? null }
    : null;
}
