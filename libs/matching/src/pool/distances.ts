import type { Dictionary } from './dictionary.js';

/** Wanted codes whose distances are kept; the oldest goes first. */
const KEPT = 512;

/**
 * Distances from wanted codes to every code of a dictionary, by symbol, in tenths. A few hundred
 * look-ups in the vocabulary cost more than ranking thousands of rows, and needs want the same codes
 * again and again.
 */
export class Distances {
  private readonly rows = new Map<string, Uint8Array>();

  constructor(
    private readonly dictionary: Dictionary,
    private readonly distance: (wanted: string, found: string) => number,
  ) {}

  get bytes(): number {
    return this.rows.size * this.dictionary.codes.length;
  }

  /** By symbol of what is found. */
  from(wanted: string): Uint8Array {
    const { codes } = this.dictionary;
    const known = this.rows.get(wanted);
    if (known?.length === codes.length) return known;
    const row = Uint8Array.from(codes, (code) => this.distance(wanted, code));
    this.rows.set(wanted, row);
    const [oldest] = this.rows.keys();
    if (this.rows.size > KEPT) this.rows.delete(oldest!);
    return row;
  }
}
