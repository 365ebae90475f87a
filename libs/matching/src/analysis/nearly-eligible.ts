import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import type { RankPosition } from '../engine/order.js';
import { checkPage, type Page } from '../engine/rank.js';
import { TopK } from '../engine/top-k.js';
import type { Need } from '../need/need.js';
import { daysOf, shortfall, type Shortfall } from './shortfall.js';

/** A candidate whom one hard criterion stops. */
export interface NearlyEligible extends RankPosition {
  /** In micro-units: the score that she would have, did it not stop her. */
  score: number;
  contributions: Contribution[];
  /** The criterion, and what she lacks for it. */
  shortfall: Shortfall;
  /** Criteria that only her network can check. */
  toBeChecked: Uncheckable[];
}

export interface NearlyEligiblePage {
  /** How many exactly one criterion stops that is told. */
  total: number;
  /** How many CONSENT, STATE or SAFETY alone stops: they are counted here and named nowhere. */
  kept: number;
  results: NearlyEligible[];
  hasNext: boolean;
}

/**
 * Those whom exactly one hard criterion stops, by the score that they would have, as in a ranking.
 *
 * Throws InvalidNeed with all problems of the need or the page.
 */
export function nearlyEligible(pool: CandidatePool, need: Need, page: Page): NearlyEligiblePage {
  const compiled = CompiledNeed.checked(pool, need);
  checkPage(page);
  const { limit, after } = page;
  const { screening, tieKeys } = compiled;
  const one = screening.rowsWhere((failed) => failed.length === 1);
  const rows = one.filter((row) => !screening.isNeverDisclosed(row));
  const top = new TopK(limit + 1, tieKeys);
  for (const row of rows) {
    const total = compiled.totalOf(row);
    if (!after || tieKeys.follows(after, total, row)) top.add(row, total);
  }
  const found = top.first();
  return {
    total: rows.length,
    kept: one.length - rows.length,
    results: found.slice(0, limit).map(({ row, ...position }) => {
      const [criterion] = screening.of(row);
      const lacks = shortfall(criterion!, pool.candidateAt(row), need, daysOf(pool, need, row));
      return { ...position, ...compiled.explain(row), shortfall: lacks };
    }),
    hasNext: found.length > limit,
  };
}
