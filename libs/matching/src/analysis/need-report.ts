import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import type { Unchecked } from '../engine/screening.js';
import type { HardCriterion } from '../model.js';
import type { RankPosition } from '../engine/order.js';
import { checkPage, type Page } from '../engine/rank.js';
import { TopK } from '../engine/top-k.js';
import type { Need } from '../need/need.js';
import { daysOf, shortfall, type Shortfall } from './shortfall.js';

/** What one hard criterion does to the pool. */
export interface WaterfallStep {
  criterion: HardCriterion;
  /** How many it would remove if it were the only one. */
  alone: number;
  /** How many it removes of those whom the criteria before it left. */
  removed: number;
  /** How many are left after it. */
  remaining: number;
  /** How many more would be eligible if it alone were dropped. */
  addedIfDropped: number;
}

/** From the whole pool to those who are eligible, in the order of checking. */
export interface Waterfall {
  considered: number;
  /** One for each hard criterion in force that could be applied to somebody. */
  steps: WaterfallStep[];
  eligible: number;
  /** Of how many of the eligible only their network can check a criterion. */
  unchecked: Unchecked[];
}

/** Throws InvalidNeed with all problems of the need. */
export function waterfall(pool: CandidatePool, need: Need): Waterfall {
  const { screening } = CompiledNeed.checked(pool, need);
  const { exclusions, unchecked } = screening.screened();
  const onlyBy = screening.onlyBy();
  let remaining = pool.size;
  const steps = exclusions.map(({ reason, first, any }) => {
    remaining -= first;
    return {
      criterion: reason,
      alone: any,
      removed: first,
      remaining,
      addedIfDropped: onlyBy.get(reason) ?? 0,
    };
  });
  return { considered: pool.size, steps, eligible: remaining, unchecked };
}

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
