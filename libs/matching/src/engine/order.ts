import { hash } from 'node:crypto';
import type { Need } from '../need/need.js';
import { UUID_LENGTH } from '../uuid.js';
import type { CandidatePool } from './candidate-pool.js';

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

/** A place and the mediator who has it. */
export interface RankPosition extends RankPlace {
  /** Canonical UUID of the mediator. */
  id: string;
}

/** A row and its place. */
export type RowPosition = RankPosition & { row: number };

/**
 * Total descending, then tie key ascending. Equal tie keys are one place: that two of 100,000 women have
 * the same has a chance of 3 in 10 thousand millions.
 */
export function compare(a: RankPlace, b: RankPlace): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey);
}

/** The same, and by id where even the tie keys are equal. */
export function inOrder(a: RankPosition, b: RankPosition): number {
  return compare(a, b) || ascending(a.id, b.id);
}

/** By code units. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Bytes of a digest that are the key. */
const BYTES = 8;

/**
 * The first 8 bytes of SHA-256 of the UTF-8 text `seed:lot`, as 16 lower-case hex digits, which sort as
 * the unsigned big-endian integer does. The seed defaults to the need's id. It favours no name, network
 * or insertion order, another need shuffles differently, and nobody can work it out without the
 * lot. Why: docs/matching.md.
 */
export function tieKey(need: Pick<Need, 'id' | 'seed'>, lot: string): string {
  return keyOf(digest(`${need.seed ?? need.id}:${lot}`));
}

/** The tie keys of rows under one need. Tens of thousands may tie, so the text is written in place. */
export class TieKeys {
  private readonly text: Uint8Array;
  private readonly lotAt: number;

  constructor(
    private readonly pool: Pick<CandidatePool, 'lots' | 'ids'>,
    need: Pick<Need, 'id' | 'seed'>,
  ) {
    const prefix = Buffer.from(`${need.seed ?? need.id}:`, 'utf8');
    this.lotAt = prefix.length;
    this.text = new Uint8Array(this.lotAt + UUID_LENGTH);
    this.text.set(prefix);
  }

  of(row: number): string {
    return keyOf(this.digestOf(row));
  }

  idOf(row: number): string {
    return this.pool.ids.idOf(row);
  }

  /** The place of a row with a total. */
  place(row: number, total: number): RowPosition {
    return { row, total, tieKey: this.of(row), id: this.idOf(row) };
  }

  /** Whether a row with this total comes after a place. */
  follows(after: RankPlace, total: number, row: number): boolean {
    return (
      total < after.total || (total === after.total && compare(after, this.place(row, total)) < 0)
    );
  }

  /** The whole digest, from which `headOf` and `keyOf` read: most rows are told apart by the head. */
  digestOf(row: number): string {
    this.pool.lots.writeText(row, this.text, this.lotAt);
    return digest(this.text);
  }
}

/** The first 4 bytes of a key as a number: where two differ, so do the keys, in the same direction. */
export function headOf(digested: string): number {
  return (
    ((digested.charCodeAt(0) << 24) |
      (digested.charCodeAt(1) << 16) |
      (digested.charCodeAt(2) << 8) |
      digested.charCodeAt(3)) >>>
    0
  );
}

/** The key as hex digits. */
export function keyOf(digested: string): string {
  return Buffer.from(digested.slice(0, BYTES), 'binary').toString('hex');
}

/** SHA-256, a character for each byte: it takes less time than hex digits that nobody will read. */
function digest(text: string | Uint8Array): string {
  return hash('sha256', text, 'binary');
}
