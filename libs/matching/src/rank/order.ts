import { hash } from 'node:crypto';
import type { Need } from '../need/need.js';

/** A place in the order of one need: it stays meaningful when candidates come and go around it. */
export interface RankPosition {
  /** S, the exact sum of weight * value. */
  total: number;
  /** See `tieKey`. */
  tieKey: string;
  /** Canonical UUID of the mediator. */
  id: string;
}

/** Total descending, then tie key ascending; then id, should two tie keys ever be equal. */
export function compare(a: RankPosition, b: RankPosition): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey) || ascending(a.id, b.id);
}

/** The first `limit` in order, without sorting all: thousands may tie for the last place. */
export function first<T extends RankPosition>(positions: readonly T[], limit: number): T[] {
  const batch = 2 * limit + 1000;
  let kept: T[] = [];
  for (let start = 0; start < positions.length; start += batch) {
    const last = kept.length === limit ? kept.at(-1) : undefined;
    const next = positions.slice(start, start + batch);
    const ahead = last ? next.filter((position) => compare(position, last) < 0) : next;
    kept = [...kept, ...ahead].sort(compare).slice(0, limit);
  }
  return kept;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The first 8 bytes of SHA-256 of the UTF-8 text `seed:mediatorId`, as 16 lower-case hex digits,
 * which sort as the unsigned big-endian integer does. The seed defaults to the need's id. It favours
 * no name, network or insertion order, and another need shuffles differently.
 */
export function tieKey(need: Pick<Need, 'id' | 'seed'>, mediatorId: string): string {
  return hash('sha256', `${need.seed ?? need.id}:${mediatorId}`, 'hex').slice(0, 16);
}
