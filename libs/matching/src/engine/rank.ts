import { refusal } from '#messages';
import type { Contribution } from '../criteria/evidence.js';
import { FAIRNESS, MODEL, type ProtectedGroup } from '../model.js';
import type { Need } from '../need/need.js';
import { checkAllButMatches } from '../need/validate-need.js';
import { InvalidNeed } from '../problems.js';
import { integer, leaf, nullable, object, optional, problemsOf } from '../shapes.js';
import type { CandidatePool } from './candidate-pool.js';
import { CompiledNeed } from './compiled-need.js';
import type { Uncheckable } from './eligibility.js';
import type { RankPlace, RankPosition, RowPosition } from './order.js';
import { RowOrder } from './row-order.js';
import type { Screened } from './screening.js';

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

/** How many of every prefix of a list must belong to a protected group, and what that decides. */
export interface Minimums {
  /** For the first 1, 2, ... k places. */
  required: readonly number[];
  /** The adjusted significance, in micro-units. */
  adjustedAlpha: number;
  /** How likely a list drawn by chance alone, with the stated proportion, fails; in micro-units. */
  failProbability: number;
}

/** What fairness did to one woman's place. */
export interface FairPlace {
  /** Her place without it. */
  rankWithout: number;
  /** Where rotation is on. */
  rotation?: {
    /** Of the largest exposure, in micro-units. */
    share: number;
    /** What it took, in micro-units of the score; the score itself is the model's. */
    points: number;
  };
  /** Where a group is protected. */
  group?: {
    group: ProtectedGroup;
    /** Whether she belongs to it. */
    member: boolean;
    /** Whether only the test put her here. */
    forced: boolean;
    /** How many of the places up to hers must belong to the group; null after the places that are tested. */
    required: number | null;
  };
}

/** What fairness did to a page. */
export interface FairnessEffect {
  /**
   * The sum of the scores of the page that would stand here without fairness, less that of this one, in
   * micro-units. A later page may gain what the first ones lost.
   */
  cost: number;
  /** The same by place, rounded towards 0. */
  meanCost: number;
  /** Thousandths, where rotation is on. */
  strength?: number;
  /** Where a group is protected. */
  test?: Minimums & {
    /** Whether the group had enough eligible members. */
    passed: boolean;
  };
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
  const compiled = new CompiledNeed(pool, need);
  const order = new RowOrder(compiled);
  const { rows, preceding, eligible, exclusions, unchecked } = order.first(
    limit,
    after && ((total, row) => compiled.tieKeys.follows(after, total, row)),
  );
  const results = rows.map((row, i) => explained(compiled, row, preceding + i + 1));
  compiled.release();
  return {
    modelVersion: need.version ?? MODEL.version,
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

/** A row at its place in a ranking, with the reasons. */
export function explained(
  compiled: CompiledNeed,
  { row, ...position }: RowPosition,
  place: number,
): RankedCandidate {
  return { ...position, rank: place, ...compiled.explain(row) };
}

const PAGE = object<Page>({
  limit: integer(0, 0xffff_ffff),
  after: nullable(
    object<RankPlace>({
      total: integer(0, Number.MAX_SAFE_INTEGER),
      tieKey: leaf(
        (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value),
        'MALFORMED',
        () => refusal('criteria.tieKey'),
      ),
      place: optional(integer(1, FAIRNESS.places.maximum)),
    }),
  ),
});

/** Throws InvalidNeed for a page that is none. */
export function checkPage(page: Page): void {
  InvalidNeed.throwIf(problemsOf(PAGE, page));
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
  const compiled = CompiledNeed.checked(pool, need);
  const order = new RowOrder(compiled);
  const requested = ids
    .map((id) => ({ id, row: pool.ids.find(id) }))
    .filter(({ row }) => row >= 0 && compiled.eligibility.failures(row) === 0);
  const positions = [...new Set(requested.map(({ row }) => row))].map((row) => order.position(row));
  const { places } = order.standing(positions, { from: 0, to: 0 });
  const ranked = new Map(
    positions.map((each) => [each.row, explained(compiled, each, places.get(each.row)!)]),
  );
  compiled.release();
  return new Map(requested.map(({ id, row }) => [id, ranked.get(row)!]));
}
