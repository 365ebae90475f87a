import { grownCapacity } from './growth.js';
import { type Keys, Slots } from './slots.js';
import { readUuid, writeUuid, writeUuidText } from './uuid.js';

const WORDS = 4;

/** The ids of all rows, 16 bytes each, and the way from an id to its row. */
export class IdIndex implements Keys {
  private words = new Uint32Array(0);
  private readonly probe = new Uint32Array(WORDS);
  private readonly slots = new Slots(this);

  get size(): number {
    return this.slots.size;
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.bytes;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    return readUuid(id, this.probe) ? this.slots.find(hash(this.probe, 0)) : -1;
  }

  /** Gives a row an id that no row has. */
  put(row: number, id: string): void {
    readUuid(id, this.probe);
    this.putProbe(row, hash(this.probe, 0));
  }

  /** The row that has an id, which is this row when none had it; -1 when the id is no UUID. */
  claim(row: number, id: string): number {
    if (!readUuid(id, this.probe)) return -1;
    const hashed = hash(this.probe, 0);
    const found = this.slots.find(hashed);
    if (found >= 0) return found;
    this.putProbe(row, hashed);
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

  /** Writes the id of a row that has one as ASCII text. */
  writeId(row: number, text: Uint8Array, at: number): void {
    writeUuidText(this.words, row * WORDS, text, at);
  }

  /** Makes room for the ids of so many rows. */
  reserve(rows: number): void {
    this.slots.reserve(rows);
    const needed = rows * WORDS;
    if (needed <= this.words.length) return;
    const grown = new Uint32Array(WORDS * grownCapacity(this.words.length / WORDS, rows));
    grown.set(this.words);
    this.words = grown;
  }

  private putProbe(row: number, hashed: number): void {
    const { probe } = this;
    const offset = row * WORDS;
    if (offset >= this.words.length) this.reserve(row + 1);
    for (let i = 0; i < WORDS; i++) this.words[offset + i] = probe[i]!;
    this.slots.add(row, hashed);
  }

  hashOf(row: number): number {
    return hash(this.words, row * WORDS);
  }

  isSought(row: number): boolean {
    const { words, probe } = this;
    const offset = row * WORDS;
    return (
      words[offset] === probe[0] &&
      words[offset + 1] === probe[1] &&
      words[offset + 2] === probe[2] &&
      words[offset + 3] === probe[3]
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
