import { createHmac } from 'node:crypto';
import { wordsOfName, type Word } from '../names/fold-name.js';
import { Source } from '../names/letter-table.js';
import type { LinkageRecord } from '../record.js';

/** Bits of an encoding. */
export const ENCODING_BITS = 1_024;
/** Bits that one feature sets: as many as a digest has pairs of bytes, at most. */
const BITS_OF = { name: 12, born: 16, nationality: 10 } as const;
/** Without a year of birth, or with a wrong one, a salted name is that of another woman. */
const NO_YEAR = '';

/** What is done so that encodings are harder to read. */
export interface Hardening {
  /** Names are hashed together with the year of birth. */
  readonly salted: boolean;
  /** Each encoding is put beside its complement, mixed by the secret, and folded in half by XOR. */
  readonly folded: boolean;
}

export const HARDENED: Hardening = { salted: true, folded: true };
export const PLAIN: Hardening = { salted: false, folded: false };

/**
 * EXPERIMENTAL, and used by no part of Baraza: cryptographic long-term keys (Schnell, Bachteler and Reiher, 2011), Bloom filters of
 * names, years of birth and nationalities, whose likeness tells that of the records. Such encodings were read: by constraint
 * satisfaction (Kuzu and others, PETS 2011), by mining bits that come together, even if each encoding is unique (Christen and
 * others, PAKDD 2018), and by matching the graphs of likeness of encodings and of known names (Vidanage and others, CIKM 2020).
 * Hardening hinders the last of them little. Treat an encoding as personal data.
 *
 * Names are hashed as pairs of letters of their romanization, without marks for beginning and end, each to positions that do not
 * follow from one another.
 */
export class LongTermKeys {
  private readonly order: readonly number[];

  /** @param secret known to both sides alone, and another for each exchange */
  constructor(
    private readonly secret: Uint8Array,
    private readonly hardening: Hardening = HARDENED,
  ) {
    this.order = hardening.folded ? this.permutation(2 * ENCODING_BITS) : [];
  }

  /** The encoding of a record, as 32 words of 32 bits. */
  encode({ names, born, nationalities = [] }: LinkageRecord): Uint32Array {
    const bits = new Uint8Array(ENCODING_BITS);
    const year = born?.slice(0, 4) ?? NO_YEAR;
    const salt = this.hardening.salted ? year : NO_YEAR;
    const pairs = new Set(names.flatMap(wordsOfName).flatMap(letterPairs));
    for (const pair of pairs) this.set(bits, `name ${salt} ${pair}`, BITS_OF.name);
    if (year !== NO_YEAR) this.set(bits, `born ${year}`, BITS_OF.born);
    for (const code of nationalities) {
      this.set(bits, `nationality ${code}`, BITS_OF.nationality);
    }
    return packed(this.hardening.folded ? this.folded(bits) : bits);
  }

  private set(bits: Uint8Array, feature: string, count: number): void {
    const digest = createHmac('sha256', this.secret).update(feature).digest();
    for (let i = 0; i < count; i++) bits[digest.readUInt16BE(2 * i) % ENCODING_BITS] = 1;
  }

  private folded(bits: Uint8Array): Uint8Array {
    const balanced = this.order.map((at) =>
      at < ENCODING_BITS ? bits[at]! : 1 - bits[at - ENCODING_BITS]!,
    );
    return Uint8Array.from(bits, (_, i) => balanced[i]! ^ balanced[i + ENCODING_BITS]!);
  }

  /** An order of numbers that nobody knows without the secret. */
  private permutation(count: number): number[] {
    const rank = (n: number) => createHmac('sha256', this.secret).update(`order ${n}`).digest();
    return Array.from({ length: count }, (_, n) => ({ n, rank: rank(n) }))
      .toSorted((a, b) => Buffer.compare(a.rank, b.rank))
      .map(({ n }) => n);
  }
}

/** Likeness of two encodings, 0 to 1: twice what both have set, divided by what each has (Dice, 1945). */
export function dice(one: Uint32Array, other: Uint32Array): number {
  let [both, sum] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    both += ones(one[i]! & other[i]!);
    sum += ones(one[i]!) + ones(other[i]!);
  }
  return sum === 0 ? 0 : (2 * both) / sum;
}

/** Neighbouring letters of a word, romanized; a word of one letter is itself. */
function letterPairs({ text, script, weak }: Word): string[] {
  if (weak) return [];
  const latin = script === 'latin' ? text : new Source(text, script).romanized();
  if (latin.length === 1) return [latin];
  return Array.from({ length: Math.max(0, latin.length - 1) }, (_, i) => latin.slice(i, i + 2));
}

function packed(bits: Uint8Array): Uint32Array {
  const words = new Uint32Array(ENCODING_BITS / 32);
  bits.forEach((bit, at) => {
    if (bit === 1) words[at >>> 5]! |= 1 << (at & 31);
  });
  return words;
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
