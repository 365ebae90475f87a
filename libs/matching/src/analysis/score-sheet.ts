import type { CandidatePool } from '../engine/candidate-pool.js';
import { compileCriteria } from '../engine/compile.js';
import { TieKeys } from '../engine/tie-keys.js';
import { Front } from '../engine/top-k.js';
import type { Criterion } from '../model.js';
import type { Need } from '../need/need.js';

/**
 * What each of some rows earns under one need, criterion by criterion, measured once: then weights
 * can be moved without measuring again.
 */
export class ScoreSheet {
  /** The stated criteria, in the model's order. */
  readonly criteria: readonly { readonly criterion: Criterion; readonly weight: number }[];
  /** W. */
  readonly totalWeight: number;
  /** By criterion and place in `rows`: the value in micro-units. */
  readonly values: readonly Uint32Array[];
  /** By place in `rows`: S. */
  readonly totals: Float64Array;
  private readonly tieKeys: TieKeys;
  private readonly knownKeys = new Map<number, string>();

  constructor(
    private readonly pool: CandidatePool,
    need: Need,
    readonly rows: Uint32Array,
  ) {
    const criteria = compileCriteria(pool, need);
    this.criteria = criteria.map(({ criterion, weight }) => ({ criterion, weight }));
    this.totalWeight = criteria.reduce((sum, { weight }) => sum + weight, 0);
    this.totals = new Float64Array(rows.length);
    this.values = criteria.map(({ gauge, weight }) => {
      const values = new Uint32Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        values[i] = gauge.measure(rows[i]!);
        this.totals[i]! += weight * values[i]!;
      }
      return values;
    });
    this.tieKeys = new TieKeys(pool.lots, need);
  }

  /** Where a row stands in `rows`; -1 where it is not among them. */
  placeOf(row: number): number {
    return this.rows.indexOf(row);
  }

  id(place: number): string {
    return this.pool.ids.idOf(this.rows[place]!);
  }

  tieKey(place: number): string {
    const known = this.knownKeys.get(place) ?? this.tieKeys.of(this.rows[place]!);
    this.knownKeys.set(place, known);
    return known;
  }

  /** Whether one of the rows comes before another where both have the same total. */
  precedesAtSameTotal(place: number, other: number): boolean {
    const key = this.tieKey(place);
    const others = this.tieKey(other);
    return key === others ? this.id(place) < this.id(other) : key < others;
  }

  /** The first of the rows, in order. */
  first(count: number): readonly { readonly row: number }[] {
    const front = new Front(count, this.pool.ids, this.tieKeys);
    this.rows.forEach((row, place) => front.offer(row, this.totals[place]!));
    return front.rows();
  }

  /** The rank that one of the rows has, or would have with another total, among all of them. */
  rankAt(place: number, total = this.totals[place]!): number {
    const { totals } = this;
    let rank = 1;
    for (let other = 0; other < totals.length; other++) {
      if (other === place || totals[other]! < total) continue;
      if (totals[other]! > total || this.precedesAtSameTotal(other, place)) rank++;
    }
    return rank;
  }
}
