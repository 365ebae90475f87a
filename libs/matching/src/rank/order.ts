import { hash } from 'node:crypto';
import type { Need } from '../need/need.js';

/** A place in the order of one need: it stays meaningful when candidates come and go around it. */
export interface Position {
  /** S, the exact sum of weight * value. */
  total: number;
  /** See `tieKey`. */
  tieKey: string;
  /** Canonical UUID of the mediator. */
  id: string;
}

/** Total descending, then tie key ascending; then id, should two tie keys ever be equal. */
export function compare(a: Position, b: Position): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey) || ascending(a.id, b.id);
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
