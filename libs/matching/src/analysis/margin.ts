import type { Criterion } from '../model.js';
import type { ScoreSheet } from './score-sheet.js';

/** What a candidate among the first k may lose and stay there, when nobody else changes. */
export interface Margin {
  /** The most of S that she may lose. */
  spare: number;
  /** The same in micro-units of score, rounded down. */
  score: number;
  /** For each stated criterion, the least value that keeps her where everything else stays. */
  leastValues: { criterion: Criterion; value: number; least: number }[];
}

/**
 * The margin of the row at a place of the sheet over the first who is not among the first k:
 *
 *     spare = S(hers) - S(k + 1st) - (0 if she precedes at the same S, else 1)
 *     least = max(0, s - floor(spare / w)), and 0 where w = 0
 *
 * @param next the place of the one after the k-th, who is behind her
 */
export function margin(
  sheet: ScoreSheet,
  { place, next }: { place: number; next: number },
): Margin {
  const spare =
    sheet.totals[place]! - sheet.totals[next]! - (sheet.precedesAtSameTotal(place, next) ? 0 : 1);
  return {
    spare,
    score: Math.floor(spare / sheet.totalWeight),
    leastValues: sheet.criteria.map(({ criterion, weight }, i) => {
      const value = sheet.values[i]![place]!;
      const least = weight === 0 ? 0 : Math.max(0, value - Math.floor(spare / weight));
      return { criterion, value, least };
    }),
  };
}
