import { type Contribution, shareOut } from '../criteria/evidence.js';
import type { FairnessEffect, FairPlace } from '../fairness/effect.js';
import { FAIRNESS } from '../fairness/fairness.js';
import { MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import { checkAllButMatches, checkNeed } from '../need/validate-need.js';
import { InvalidNeed, Problems } from '../problems.js';
import type { CandidatePool } from './candidate-pool.js';
import { compileCriteria, releaseGauges, type WeightedCriterion } from './compile.js';
import type { Uncheckable } from './eligibility.js';
import { RowOrder } from './row-order.js';
import type { Screened } from './screening.js';
import type { RankPlace, RankPosition } from './top-k.js';

export interface RankedCandidate extends RankPosition {
  /** 1-based, in the whole list of eligible candidates. */
  rank: number;
  /** floor(S / W) in micro-units, from 0 to 1,000,000. */
  score: number;
  /** One for each stated criterion, in the model's order. */
  contributions: Contribution[];
  /** Hard criteria that her profile does not let be applied: only her network can check them. */
  toBeChecked: Uncheckable[];
  /** What fairness did to her place; absent where the need asks for none. */
  fairness?: FairPlace;
}

export interface Ranking extends Screened {
  modelVersion: number;
  needId: string;
  /** The version of the pool that was ranked. */
  poolVersion: number;
  /** Candidates in the pool: eligible and excluded ones. */
  considered: number;
  eligible: number;
  results: RankedCandidate[];
  /** Whether eligible candidates follow the last result. */
  hasNext: boolean;
  /** What fairness did to the page; absent where the need asks for none. */
  fairness?: FairnessEffect;
}

export interface Page {
  /** How many results, at most; 0 only counts. */
  limit: number;
  /** Continue after this place: any earlier result will do. */
  after?: RankPlace;
}

/**
 * The eligible candidates in order, exactly: the same need, pool and seed give the same answer on
 * every machine, whatever order the pool was filled in.
 *
 * Pages put together equal the whole list while the pool does not change. Takes time proportional to
 * the pool, with little more than the hard criteria for most rows; SHA-256 only for rows that tie
 * with the last place of the page or with `after`, and for the page itself.
 *
 * Throws InvalidNeed with all problems of the need or the page.
 */
export function rank(pool: CandidatePool, need: Need, page: Page): Ranking {
  checkAllButMatches(need);
  checkPage(page);
  const { limit, after } = page;
  const criteria = compileCriteria(pool, need);
  const order = new RowOrder(pool, need, criteria);
  const { rows, preceding, eligible, exclusions, unchecked } = order.first(
    limit,
    after && ((total, row) => order.follows(after, total, row)),
  );
  const results = rows.map(({ row, ...position }, i) => ({
    ...position,
    rank: preceding + i + 1,
    ...explainedScore(pool, criteria, row),
    toBeChecked: order.toBeChecked(row),
  }));
  releaseGauges(criteria);
  return {
    modelVersion: MODEL.version,
    needId: need.id,
    poolVersion: pool.version,
    considered: pool.size,
    eligible,
    exclusions,
    unchecked,
    results,
    hasNext: eligible > preceding + results.length,
  };
}

/** Her score, and what of it each criterion brought from what. */
export function explainedScore(
  pool: CandidatePool,
  criteria: readonly WeightedCriterion[],
  row: number,
): { score: number; contributions: Contribution[] } {
  const candidate = pool.candidateAt(row);
  const values = criteria.map(({ gauge }) => gauge.measure(row));
  const { score, parts } = shareOut(
    criteria.map(({ weight }, i) => weight * values[i]!),
    criteria.reduce((sum, { weight }) => sum + weight, 0),
  );
  const contributions = criteria.map(
    ({ criterion, wanted, weight, find }, i) =>
      ({
        criterion,
        wanted,
        found: find(candidate, row),
        value: values[i]!,
        weight,
        contribution: parts[i]!,
      }) as Contribution,
  );
  return { score, contributions };
}

/** Throws InvalidNeed for a page that is none. */
export function checkPage({ limit, after }: Page): void {
  const problems = new Problems();
  problems.integer('limit', limit, 0, 0xffff_ffff);
  if (after) {
    problems.integer('after.total', after.total, 0, Number.MAX_SAFE_INTEGER);
    if (!/^[0-9a-f]{16}$/.test(after.tieKey)) {
      problems.add('after.tieKey', 'MALFORMED', 'A tie key has 16 lower-case hex digits.');
    }
    if (after.place !== undefined)
      problems.integer('after.place', after.place, 1, FAIRNESS.places.maximum);
  }
  if (problems.list.length > 0) throw new InvalidNeed(problems.list);
}

/**
 * Some candidates, by the ids they are asked for with, with the rank, score and contributions that the whole
 * ranking gives each; those whom the pool does not hold or who are not eligible are absent. Takes one
 * pass, whatever their places and however many they are.
 *
 * Throws InvalidNeed for a need with problems.
 */
export function ranksOf(
  pool: CandidatePool,
  need: Need,
  ids: readonly string[],
): Map<string, RankedCandidate> {
  checkNeed(need);
  const criteria = compileCriteria(pool, need);
  const order = new RowOrder(pool, need, criteria);
  const asked = ids
    .map((id) => ({ id, row: pool.ids.find(id) }))
    .filter(({ row }) => row >= 0 && order.holds(row));
  const positions = [...new Set(asked.map(({ row }) => row))].map((row) => order.position(row));
  const { places } = order.standing(positions, { from: 0, to: 0 });
  const ranked = new Map(
    positions.map(({ row, ...position }) => [
      row,
      {
        ...position,
        rank: places.get(row)!,
        ...explainedScore(pool, criteria, row),
        toBeChecked: order.toBeChecked(row),
      },
    ]),
  );
  releaseGauges(criteria);
  return new Map(asked.map(({ id, row }) => [id, ranked.get(row)!]));
}
