/** A place in the order of one need: it stays meaningful when candidates come and go around it. */
export interface RankPosition {
  /** S, the exact sum of weight * value. */
  total: number;
  /** See `tieKey`. */
  tieKey: string;
  /** Canonical UUID of the mediator. */
  id: string;
  /** Her place from 1 in a list that a fairness test ordered, which no total tells. */
  place?: number;
}

/** Total descending, then tie key ascending; then id, should two tie keys ever be equal. */
export function compare(a: RankPosition, b: RankPosition): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey) || ascending(a.id, b.id);
}

/** By code units. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
