import { grownCapacity } from './growth.js';
import { readUuid, writeUuid } from './uuid.js';

const WORDS = 4;
const EMPTY = 0;

/**
 * The ids of all rows, 16 bytes each, and a hash table from id to row: open addressing with linear
 * probing, at most three quarters full. Removal moves later entries back, so there are no tombstones
 * and look-ups do not slow down however often ids come and go.
 */
export class IdIndex {
  private words = new Uint32Array(0);
  /** Row + 1, or EMPTY. The length is a power of two. */
  private slots = new Uint32Array(16);
  private count = 0;
  private readonly probe = new Uint32Array(WORDS);

  get size(): number {
    return this.count;
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.byteLength;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    if (!readUuid(id, this.probe)) return -1;
    const mask = this.slots.length - 1;
    for (let slot = hash(this.probe, 0) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot]!;
      if (entry === EMPTY) return -1;
      if (this.isProbe(entry - 1)) return entry - 1;
    }
  }

  /** Gives a row an id that no row has. */
  put(row: number, id: string): void {
    if ((this.count + 1) * 4 > this.slots.length * 3) this.rehash(this.slots.length * 2);
    const needed = (row + 1) * WORDS;
    if (needed > this.words.length) {
      const grown = new Uint32Array(WORDS * grownCapacity(this.words.length / WORDS, row + 1));
      grown.set(this.words);
      this.words = grown;
    }
    readUuid(id, this.probe);
    this.words.set(this.probe, row * WORDS);
    this.insert(row);
    this.count++;
  }

  /** Forgets the id of a row that has one. */
  remove(row: number): void {
    const { slots, words } = this;
    const mask = slots.length - 1;
    let hole = hash(words, row * WORDS) & mask;
    while (slots[hole] !== row + 1) hole = (hole + 1) & mask;
    for (let slot = (hole + 1) & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const home = hash(words, (slots[slot]! - 1) * WORDS) & mask;
      // An entry may fill the hole unless its home lies cyclically after the hole.
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      slots[hole] = slots[slot]!;
      hole = slot;
    }
    slots[hole] = EMPTY;
    this.count--;
  }

  /** The id of a row that has one. */
  idOf(row: number): string {
    return writeUuid(this.words, row * WORDS);
  }

  private isProbe(row: number): boolean {
    const { words, probe } = this;
    const offset = row * WORDS;
    return (
      words[offset] === probe[0] &&
      words[offset + 1] === probe[1] &&
      words[offset + 2] === probe[2] &&
      words[offset + 3] === probe[3]
    );
  }

  private insert(row: number): void {
    const mask = this.slots.length - 1;
    let slot = hash(this.words, row * WORDS) & mask;
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
  }

  private rehash(length: number): void {
    const rows = this.slots.filter((entry) => entry !== EMPTY);
    this.slots = new Uint32Array(length);
    for (const entry of rows) this.insert(entry - 1);
  }
}

/** Mixes all four words, because time-ordered and hand-made ids share most of their bits. */
function hash(words: Uint32Array, offset: number): number {
  let h = words[offset]!;
  for (let i = 1; i < WORDS; i++) {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ words[offset + i]!;
  }
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
