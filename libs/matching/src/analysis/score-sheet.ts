import { memoize } from '#kernel';
import { CompiledNeed } from '../engine/compiled-need.js';
import { TieKeys } from '../engine/order.js';
import { TopK } from '../engine/top-k.js';
import type { Criterion } from '../model.js';

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
  /** The tie key of the row at a place. */
  readonly tieKey = memoize((place: number) => this.tieKeys.of(this.rows[place]!));

  constructor(
    compiled: CompiledNeed,
    readonly rows: Uint32Array,
  ) {
    const { criteria, totalWeight, tieKeys } = compiled;
    this.criteria = criteria;
    this.totalWeight = totalWeight;
    this.tieKeys = tieKeys;
    this.totals = new Float64Array(rows.length);
    this.values = criteria.map(({ scorer, weight }) => {
      const values = new Uint32Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        values[i] = scorer.measure(rows[i]!);
        this.totals[i]! += weight * values[i]!;
      }
      return values;
    });
  }

  /** Where a row stands in `rows`; -1 where it is not among them. */
  placeOf(row: number): number {
    return this.rows.indexOf(row);
  }

  id(place: number): string {
    return this.tieKeys.idOf(this.rows[place]!);
  }

  /** Whether one of the rows comes before another where both have the same total. */
  precedesAtSameTotal(place: number, other: number): boolean {
    const key = this.tieKey(place);
    const others = this.tieKey(other);
    return key === others ? this.id(place) < this.id(other) : key < others;
  }

  /** The first of the rows, in order. */
  first(count: number): readonly { readonly row: number }[] {
    const top = new TopK(count, this.tieKeys);
    this.rows.forEach((row, place) => top.add(row, this.totals[place]!));
    return top.first();
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
