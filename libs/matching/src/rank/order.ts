/**
 * A place in the order of one need: it stays meaningful when candidates come and go around it. It holds
 * nobody's id, so that it can be given out.
 */
export interface RankPlace {
  /** S, the exact sum of weight * value. */
  total: number;
  /** See `tieKey`. */
  tieKey: string;
  /** Her place from 1 in a list that a fairness test ordered, which no total tells. */
  place?: number;
}

/** Who has a place. */
export interface RankPosition extends RankPlace {
  /** Canonical UUID of the mediator. */
  id: string;
}

/**
 * Total descending, then tie key ascending. Equal tie keys are one place: that two of 100,000 women have
 * the same has a chance of 3 in 10 thousand millions.
 */
export function compare(a: RankPlace, b: RankPlace): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey);
}

/** By code units. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
