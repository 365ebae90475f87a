import { readUuid, writeUuid, writeUuidText } from '../uuid.js';
import { grownCapacity } from './arena.js';
import { type HashKeys, HashTable } from './hash-table.js';

const WORDS = 4;

/** The ids of all rows, 16 bytes each, and the way from an id to its row. */
export class IdIndex implements HashKeys {
  private words = new Uint32Array(0);
  private readonly probe = new Uint32Array(WORDS);
  /** Where the words of the id lie that is looked for. */
  private sought: Uint32Array = this.probe;
  private soughtAt = 0;
  private readonly slots = new HashTable(this);

  get size(): number {
    return this.slots.size;
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.bytes;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    return readUuid(id, this.probe) ? this.look(this.probe, 0) : -1;
  }

  /** The row of the id that another index has in a row, or -1. */
  findSame(other: IdIndex, row: number): number {
    return this.look(other.words, row * WORDS);
  }

  /** Makes room for the ids of so many rows. */
  reserve(rows: number): void {
    this.slots.reserve(rows);
    this.grow(rows);
  }

  /** Gives a row an id that no row has. */
  put(row: number, id: string): void {
    readUuid(id, this.probe);
    this.putProbe(row);
  }

  /** The row that has an id, which is this row when none had it; -1 when it is no UUID. */
  claim(row: number, id: unknown): number {
    if (typeof id !== 'string' || !readUuid(id, this.probe)) return -1;
    const found = this.look(this.probe, 0);
    if (found >= 0) return found;
    this.putProbe(row);
    return row;
  }

  /** Forgets the id of a row that has one. */
  remove(row: number): void {
    this.slots.remove(row);
  }

  /** The id of a row that has one. */
  idOf(row: number): string {
    return writeUuid(this.words, row * WORDS);
  }

  private look(words: Uint32Array, at: number): number {
    this.sought = words;
    this.soughtAt = at;
    return this.slots.find(hash(words, at));
  }

  private putProbe(row: number): void {
    if ((row + 1) * WORDS > this.words.length) {
      this.grow(grownCapacity(this.words.length / WORDS, row + 1));
    }
    const { words, probe } = this;
    for (let i = 0; i < WORDS; i++) words[row * WORDS + i] = probe[i]!;
    this.slots.add(row, hash(probe, 0));
  }

  private grow(rows: number): void {
    const grown = new Uint32Array(rows * WORDS);
    grown.set(this.words);
    this.words = grown;
  }

  hashOf(row: number): number {
    return hash(this.words, row * WORDS);
  }

  hasSoughtKey(row: number): boolean {
    const { words, sought, soughtAt } = this;
    const offset = row * WORDS;
    return (
      words[offset] === sought[soughtAt] &&
      words[offset + 1] === sought[soughtAt + 1] &&
      words[offset + 2] === sought[soughtAt + 2] &&
      words[offset + 3] === sought[soughtAt + 3]
    );
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

/** The lots of all rows, 16 bytes each. */
export class Lots {
  private words = new Uint32Array(0);

  get bytes(): number {
    return this.words.byteLength;
  }

  /** Gives a row a lot, which is a UUID. */
  put(row: number, lot: string): void {
    const needed = (row + 1) * WORDS;
    if (needed > this.words.length) {
      const grown = new Uint32Array(grownCapacity(this.words.length / WORDS, row + 1) * WORDS);
      grown.set(this.words);
      this.words = grown;
    }
    readUuid(lot, this.words, row * WORDS);
  }

  lotOf(row: number): string {
    return writeUuid(this.words, row * WORDS);
  }

  /** Writes the lot of a row as ASCII text. */
  writeLot(row: number, text: Uint8Array, at: number): void {
    writeUuidText(this.words, row * WORDS, text, at);
  }
}
