import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import { compare, type RankPlace, type RankPosition } from '../engine/order.js';
import { checkPage, type Page } from '../engine/rank.js';
import { NEVER_DISCLOSED, Screening } from '../engine/screening.js';
import { TopK } from '../engine/top-k.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import { ScoreSheet } from './score-sheet.js';
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
  checkNeed(need);
  checkPage(page);
  const { limit, after } = page;
  const compiled = new CompiledNeed(pool, need);
  const screening = new Screening(compiled);
  const one = screening.rowsWhere((failed) => failed.length === 1);
  const rows = one.filter((row) => !NEVER_DISCLOSED.has(screening.of(row)[0]!));
  const { totals } = new ScoreSheet(compiled, rows);
  const { tieKeys } = compiled;
  const top = new TopK(limit + 1, tieKeys);
  rows.forEach((row, place) => {
    const total = totals[place]!;
    if (follows(after, total, () => tieKeys.of(row))) top.add(row, total);
  });
  const found = top.first();
  return {
    total: rows.length,
    kept: one.length - rows.length,
    results: found.slice(0, limit).map(({ row, ...position }) => ({
      ...position,
      ...compiled.explain(row),
      shortfall: shortfall(
        screening.of(row)[0]!,
        pool.candidateAt(row),
        need,
        daysOf(pool, need, row),
      ),
      toBeChecked: screening.toBeChecked(row),
    })),
    hasNext: found.length > limit,
  };
}

function follows(after: RankPlace | undefined, total: number, tieKey: () => string): boolean {
  if (after === undefined || total < after.total) return true;
  return total === after.total && compare(after, { total, tieKey: tieKey() }) < 0;
}
