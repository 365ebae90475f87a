import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Eligibility, type Uncheckable } from './eligibility.js';
import type { Screened } from './exclusions.js';
import { Front, type RowPosition } from './front.js';
import { Leaders } from './leaders.js';
import { compare, type RankPlace, type RankPosition } from './order.js';
import { scan, type WeightedTerm } from './scan.js';
import { TieKeys } from './tie-keys.js';

/** The first of those that were asked for, and what one pass over the pool counted. */
export interface FirstRows extends Screened {
  rows: readonly RowPosition[];
  /** Eligible candidates before the first who could be taken. */
  preceding: number;
  eligible: number;
}

/** Whether a row with this total may be taken. */
export type Takes = (total: number, row: number) => boolean;

const everyone: Takes = () => true;

/** The eligible rows of a pool in the order of one weighted sum, ties by tie key. */
export class RowOrder {
  private readonly eligibility: Eligibility;
  private readonly tieKeys: TieKeys;

  constructor(
    private readonly pool: CandidatePool,
    need: Need,
    private readonly terms: readonly WeightedTerm[],
  ) {
    this.eligibility = new Eligibility(pool, need);
    this.tieKeys = new TieKeys(pool.lots, need);
  }

  /** The first `limit` rows that `takes` lets through. */
  first(limit: number, takes: Takes = everyone): FirstRows {
    const leaders = new Leaders(Math.max(limit, 1));
    const { eligible, preceding, exclusions } = this.scan(leaders, takes);
    const front = new Front(limit, this.pool.ids, this.tieKeys);
    leaders.forEach((row, total) => front.offer(row, total));
    return {
      rows: front.rows(),
      preceding,
      eligible,
      ...exclusions.screened(this.eligibility.inForce),
    };
  }

  /** Whether a row with this total comes after a place. */
  follows(after: RankPlace, total: number, row: number): boolean {
    return (
      total < after.total || (total === after.total && compare(after, this.at(row, total)) < 0)
    );
  }

  /** Whether a row is eligible. */
  holds(row: number): boolean {
    return this.eligibility.failures(row) === 0;
  }

  /** The criteria that only the network of a row's woman can check. */
  toBeChecked(row: number): Uncheckable[] {
    return this.eligibility.unchecked(row);
  }

  /** The place of a row that is not ranked yet. */
  position(row: number): RowPosition {
    const total = this.terms.reduce(
      (sum, { gauge, weight }) => sum + weight * gauge.measure(row),
      0,
    );
    return { row, ...this.at(row, total) };
  }

  /**
   * The places from 1 of some rows, by row, and the rows at the places from `from` on to before `to`,
   * counted from 0. One pass: it looks at whoever reaches the lowest of them.
   */
  standing(
    positions: readonly RowPosition[],
    { from, to }: { from: number; to: number },
  ): { places: Map<number, number>; between: readonly RowPosition[] } {
    const asked = positions.toSorted(compare);
    const passed = new Uint32Array(asked.length + 1);
    const leaders = new Leaders(Math.max(to, 1));
    const lowest = asked.at(-1)?.total ?? Infinity;
    this.scan(
      {
        get threshold() {
          return Math.min(lowest, leaders.threshold);
        },
        add: (row, total) => {
          if (total >= leaders.threshold) leaders.add(row, total);
          passed[this.firstAfter(asked, row, total)]!++;
        },
      },
      everyone,
    );
    const front = new Front(to, this.pool.ids, this.tieKeys);
    leaders.forEach((row, total) => front.offer(row, total));
    const places = new Map<number, number>();
    let before = 0;
    asked.forEach(({ row }, i) => {
      before += passed[i]!;
      places.set(row, before + 1);
    });
    return { places, between: front.rows().slice(from) };
  }

  /** The first of some places, in order, that a row comes before; their number when there is none. */
  private firstAfter(places: readonly RowPosition[], row: number, total: number): number {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = places[middle]!;
      const isBefore =
        total > place.total || (total === place.total && compare(this.at(row, total), place) < 0);
      if (isBefore) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private at(row: number, total: number): RankPosition {
    return { total, tieKey: this.tieKeys.of(row), id: this.pool.ids.idOf(row) };
  }

  private scan(leaders: Pick<Leaders, 'threshold' | 'add'>, takes: Takes) {
    return scan(this.pool, this.eligibility, this.terms, leaders, takes);
  }
}
