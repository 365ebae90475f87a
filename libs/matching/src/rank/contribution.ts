import type { Evidence } from '../criteria/evidence.js';
import type { Criterion } from '../model.js';

/** What one criterion brought to a score, and from what. */
export interface ContributionOf<C extends Criterion> {
  criterion: C;
  wanted: Evidence[C]['wanted'];
  found: Evidence[C]['found'];
  /** In micro-units, from 0 to 1,000,000. */
  value: number;
  weight: number;
  /** In micro-units; the contributions of one candidate add up to her score. */
  contribution: number;
}

export type Contribution = { [C in Criterion]: ContributionOf<C> }[Criterion];

/**
 * The score floor(S / W) and its parts floor(w * s / W), the missing units given one by one to the
 * largest remainders, the earlier part first among equal ones; so the parts add up to the score.
 *
 * Exact: S is at most 11 criteria * weight 1000 * 10^6 = 1.1 * 10^10, far below 2^53, and W at most
 * 11,000, so that floor() of the rounded division is floor() of the true one.
 *
 * @param products w * s of each stated criterion, in the model's order
 * @param totalWeight W
 */
export function shareOut(
  products: readonly number[],
  totalWeight: number,
): { score: number; parts: number[] } {
  const total = products.reduce((sum, product) => sum + product, 0);
  const score = Math.floor(total / totalWeight);
  const parts = products.map((product) => Math.floor(product / totalWeight));
  const missing = score - parts.reduce((sum, part) => sum + part, 0);
  // Array.sort is stable, so equal remainders stay in the order of criteria.
  const byRemainder = products
    .map((product, i) => ({ i, remainder: product % totalWeight }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, missing)) parts[i]!++;
  return { score, parts };
}
