import { hash } from 'node:crypto';
import type { Need } from '../need/need.js';
import { UUID_LENGTH } from '../uuid.js';
import type { Lots } from './uuid-columns.js';

/** Bytes of a digest that are the key. */
const BYTES = 8;

/**
 * The first 8 bytes of SHA-256 of the UTF-8 text `seed:lot`, as 16 lower-case hex digits, which sort as
 * the unsigned big-endian integer does. The seed defaults to the need's id. It favours no name, network
 * or insertion order, another need shuffles differently, and nobody who does not know the lot can
 * work it out. Why: docs/matching.md.
 */
export function tieKey(need: Pick<Need, 'id' | 'seed'>, lot: string): string {
  return keyOf(digest(`${need.seed ?? need.id}:${lot}`));
}

/** The tie keys of rows under one need. Tens of thousands may tie, so the text is written in place. */
export class TieKeys {
  private readonly text: Uint8Array;
  private readonly lotAt: number;

  constructor(
    private readonly lots: Lots,
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

  /** The whole digest, from which `headOf` and `keyOf` read: most rows are told apart by the head. */
  digestOf(row: number): string {
    this.lots.writeLot(row, this.text, this.lotAt);
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
