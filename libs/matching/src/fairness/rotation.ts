import type { Gauge } from '../criteria/criterion.js';
import { MODEL } from '../model.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { WeightedTerm } from '../rank/scan.js';
import type { Rotation } from './fairness.js';

/** The score is multiplied by this, so that a strength in thousandths is a whole number. */
export const SCALE = 1000;

/**
 * The terms of a rotated order. With S the model's sum, W its weights, r the strength and p a woman's share
 * of exposure, the order is by 1000 * S - r * W * p, that is by S / W less r thousandths of p. Written as
 * one more term of weight r * W and value 1,000,000 - p, which adds the same r * W * 1,000,000 for all, it
 * is a weighted sum like the model's.
 *
 * Exact: 1000 * S is at most 1000 * 11 * 1000 * 10^6 = 1.1 * 10^13, the term at most
 * 200 * 11,000 * 10^6 = 2.2 * 10^12; together 1.32 * 10^13, far below 2^53.
 */
export function rotatedTerms(
  pool: CandidatePool,
  terms: readonly WeightedTerm[],
  { strength, shares }: Rotation,
): WeightedTerm[] {
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  const unexposed = new Uint32Array(pool.rows).fill(MODEL.unit);
  for (const [id, share] of shares) {
    const row = pool.ids.find(id);
    if (row >= 0) unexposed[row] = MODEL.unit - share;
  }
  return [
    ...terms.map(({ gauge, weight }) => ({ gauge, weight: weight * SCALE })),
    { gauge: new ColumnGauge(unexposed), weight: strength * totalWeight },
  ];
}

/** The score of a total that `rotatedTerms` gives, rounded down; below 0 where more was taken than was there. */
export function rotatedScore(total: number, totalWeight: number, strength: number): number {
  return Math.floor((total - strength * totalWeight * MODEL.unit) / (SCALE * totalWeight));
}

/** A value for each row. */
class ColumnGauge implements Gauge {
  readonly cost = 1;

  constructor(private readonly values: Uint32Array) {}

  measure(row: number): number {
    return this.values[row]!;
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    const { values } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * values[row]!;
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }
}
