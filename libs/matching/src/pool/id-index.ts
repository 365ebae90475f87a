import { grownCapacity } from './growth.js';
import { Slots } from './slots.js';
import { readUuid, writeUuid, writeUuidText } from './uuid.js';

const WORDS = 4;

/** The ids of all rows, 16 bytes each, and the way from an id to its row. */
export class IdIndex {
  private words = new Uint32Array(0);
  private readonly probe = new Uint32Array(WORDS);
  private readonly slots = new Slots({
    hashOf: (row) => hash(this.words, row * WORDS),
    isSought: (row) => this.isProbe(row),
  });

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
    const needed = (row + 1) * WORDS;
    if (needed > this.words.length) {
      const grown = new Uint32Array(WORDS * grownCapacity(this.words.length / WORDS, row + 1));
      grown.set(this.words);
      this.words = grown;
    }
    readUuid(id, this.probe);
    this.words.set(this.probe, row * WORDS);
    this.slots.add(row);
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
