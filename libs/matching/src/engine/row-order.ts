import { MODEL } from '../model.js';
import type { CandidatePool } from './candidate-pool.js';
import { Flag } from './columns.js';
import type { CompiledNeed, WeightedTerm } from './compiled-need.js';
import { SCREENED_SETS } from './eligibility.js';
import { compare, type RowPosition } from './order.js';
import { KeptScorer, measureKept } from './scorers.js';
import { listEligible, type Screened, screenedOf } from './screening.js';
import { TopK } from './top-k.js';

/** The first rows of an order, and what one pass over the pool counted. */
interface FirstRows extends Screened {
  rows: readonly RowPosition[];
  /** Eligible candidates before the first row that may be taken. */
  preceding: number;
  eligible: number;
}

/** Whether a row with this total may be taken. */
type Takes = (total: number, row: number) => boolean;

const everyone: Takes = () => true;

/** The eligible rows of a pool in the order of one weighted sum, ties by tie key. */
export class RowOrder {
  /** @param terms of the sum; by default the criteria of the need */
  constructor(
    private readonly compiled: CompiledNeed,
    private readonly terms: readonly WeightedTerm[] = compiled.criteria,
  ) {}

  /** The first `limit` rows that `takes` lets through. */
  first(limit: number, takes: Takes = everyone): FirstRows {
    const top = new TopK(limit, this.compiled.tieKeys);
    const { eligible, preceding, counts } = scan(this.compiled, this.terms, top, takes);
    const screened = screenedOf(this.compiled.eligibility.inForce, counts);
    return { rows: top.first(), preceding, eligible, ...screened };
  }

  /** The place of a row that is not ranked yet. */
  position(row: number): RowPosition {
    const { compiled, terms } = this;
    return compiled.tieKeys.place(row, compiled.totalOf(row, terms));
  }

  /**
   * The places from 1 of some rows, by row, and the rows at the places from `from` on to before `to`,
   * counted from 0. One pass, which visits every row that reaches the lowest of them.
   */
  standing(
    positions: readonly RowPosition[],
    { from, to }: { from: number; to: number },
  ): { places: Map<number, number>; between: readonly RowPosition[] } {
    const requested = positions.toSorted(compare);
    const passed = new Uint32Array(requested.length + 1);
    const top = new TopK(to, this.compiled.tieKeys);
    const lowest = requested.at(-1)?.total ?? Infinity;
    const counting = {
      get threshold() {
        return Math.min(lowest, top.threshold);
      },
      add: (row: number, total: number) => {
        top.add(row, total);
        passed[this.firstAfter(requested, row, total)]!++;
      },
    };
    scan(this.compiled, this.terms, counting, everyone);
    const places = new Map<number, number>();
    let before = 0;
    requested.forEach(({ row }, i) => {
      before += passed[i]!;
      places.set(row, before + 1);
    });
    return { places, between: top.first().slice(from) };
  }

  /** The first of some places, in order, that a row comes before; their number when there is none. */
  private firstAfter(places: readonly RowPosition[], row: number, total: number): number {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = places[middle]!;
      const isBefore =
        total > place.total ||
        (total === place.total && compare(this.compiled.tieKeys.place(row, total), place) < 0);
      if (isBefore) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Rows that go through all steps together: few enough for their data to stay in the processor's cache. */
const BLOCK = 1024;

/** What one pass over the pool counted; who comes first is in the `top` it was given. */
interface Scan {
  eligible: number;
  /** Eligible candidates who come before the page. */
  preceding: number;
  /** Rows by the set of what the hard criteria found. */
  counts: Uint32Array;
}

/**
 * One pass over all rows: who is eligible, who is not and why, and who comes first.
 *
 * Rows go through in blocks, and in each block one step after the other: the hard criteria, then the
 * soft ones in the order of `measuringOrder`. With the rest of them at their full value a row reaches
 * at most `total + rest`; where that stays below the k-th best total so far, k rows beat it strictly,
 * whatever the tie keys, so it is left without measuring the rest. It could not have been returned,
 * and it cannot precede the page either, since every row kept already follows the page's position:
 * the result is the same as without.
 *
 * @param takes whether a row with this total belongs on this page or a later one
 */
export function scan(
  { pool, eligibility }: Pick<CompiledNeed, 'pool' | 'eligibility'>,
  terms: readonly WeightedTerm[],
  top: Pick<TopK, 'threshold' | 'add'>,
  takes: Takes,
): Scan {
  const counts = new Uint32Array(SCREENED_SETS);
  const { whole, exactly } = fasterTerms(terms);
  const measured = measuringOrder(pool, whole);
  const rest = measured.map((_, i) =>
    measured.slice(i + 1).reduce((sum, { weight }) => sum + weight * MODEL.unit, 0),
  );
  const failuresOf = eligibility.ofRows();
  const failures = new Uint16Array(BLOCK);
  const block = { rows: new Uint32Array(BLOCK), totals: new Float64Array(BLOCK), count: 0 };
  const { rows, totals } = block;
  let eligible = 0;
  let preceding = 0;
  for (let start = 0; start < pool.rows; start += BLOCK) {
    const size = Math.min(BLOCK, pool.rows - start);
    failuresOf(failures, start, size);
    block.count = listEligible(failures, start, size, rows, counts);
    eligible += block.count;
    totals.fill(0);
    for (let i = 0; i < measured.length; i++) {
      const { scorer, weight } = measured[i]!;
      scorer.accumulate(block, weight, top.threshold - rest[i]!);
    }
    for (let i = 0; i < block.count; i++) {
      const total = exactly ? exactly(rows[i]!, totals[i]!, top.threshold) : totals[i]!;
      if (total < top.threshold) continue;
      if (takes(total, rows[i]!)) top.add(rows[i]!, total);
      else preceding++;
    }
  }
  return { eligible, preceding, counts };
}

/**
 * Terms that give at least as much and are faster to measure, where some keep only a share of a value. Then rows that can
 * still reach the page are summed again, exactly; `total` is what those terms give the row. A row whose share is too small
 * for the threshold is not summed: it gets an upper bound below the threshold.
 */
function fasterTerms(terms: readonly WeightedTerm[]): {
  whole: readonly WeightedTerm[];
  exactly: ((row: number, total: number, threshold: number) => number) | null;
} {
  const kept = terms.find(({ scorer }) => scorer instanceof KeptScorer)?.scorer as KeptScorer;
  if (!kept) return { whole: terms, exactly: null };
  const { share } = kept;
  const whole = terms.map(({ scorer, weight }) => ({
    scorer: scorer instanceof KeptScorer ? scorer.whole : scorer,
    weight,
  }));
  // The most that terms give of which all is kept, and the most that rounding the others can add.
  let besides = 0;
  let rounding = 0;
  for (const { scorer, weight } of terms) {
    if (scorer instanceof KeptScorer) rounding += weight;
    else besides += weight * MODEL.unit;
  }
  const exactly = (row: number, total: number, threshold: number) => {
    const part = share.of(row);
    if (part === MODEL.unit) return total;
    const most = besides + (Math.max(0, total - besides) * part) / MODEL.unit + rounding;
    if (most < threshold) return most;
    return terms.reduce(
      (sum, { scorer, weight }) => sum + weight * measureKept(scorer, row, part),
      0,
    );
  };
  return { whole, exactly };
}

/** Rows sampled to choose the order in which criteria are measured; it affects only the speed. */
const SAMPLE = 32;

/**
 * The criteria that can add to a total, those first that leave most of their weight unearned for
 * what they cost.
 */
function measuringOrder(pool: CandidatePool, criteria: readonly WeightedTerm[]): WeightedTerm[] {
  const step = Math.max(1, Math.floor(pool.rows / SAMPLE));
  return criteria
    .filter(({ weight }) => weight > 0)
    .map((criterion) => {
      let loss = 0;
      for (let row = 0; row < pool.rows; row += step) {
        if ((pool.columns.flags[row]! & Flag.live) === 0) continue;
        loss += criterion.weight * (MODEL.unit - criterion.scorer.measure(row));
      }
      return { criterion, loss: loss / criterion.scorer.cost };
    })
    .sort((a, b) => b.loss - a.loss)
    .map(({ criterion }) => criterion);
}
