import { grownCapacity } from './growth.js';
import { Room } from './room.js';
import { type Keys, Slots } from './slots.js';
import { readUuid, writeUuid, writeUuidText } from './uuid.js';

const WORDS = 4;

/** The ids of all rows, 16 bytes each, and the way from an id to its row. */
export class IdIndex implements Keys {
  private words = new Uint32Array(0);
  private readonly probe = new Uint32Array(WORDS);
  /** Where the words of the id lie that is looked for. */
  private sought: Uint32Array = this.probe;
  private soughtAt = 0;
  private readonly slots = new Slots(this);
  /** For the words of many ids. */
  private readonly room = new Room();

  get size(): number {
    return this.slots.size;
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.bytes + this.room.bytes;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    return readUuid(id, this.probe) ? this.look(this.probe, 0) : -1;
  }

  /**
   * The row of each of many ids, or -1. One step is done for all before the next one, without a
   * branch where memory is waited for: then the processor waits for many places at a time.
   */
  findAll(ids: readonly unknown[]): Int32Array {
    const { slots } = this;
    const words = this.room.lend(ids.length * WORDS);
    const rows = new Int32Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i];
      rows[i] = typeof id === 'string' && readUuid(id, words, i * WORDS) ? 0 : -1;
    }
    for (let i = 0; i < ids.length; i++) {
      if (rows[i] === 0) rows[i] = slots.first(hash(words, i * WORDS));
    }
    for (let i = 0; i < ids.length; i++) {
      const at = i * WORDS;
      if (rows[i]! >= 0 && !this.isSame(rows[i]!, words, at)) rows[i] = this.look(words, at);
    }
    this.room.giveBack(words);
    return rows;
  }

  /** Gives a row an id that no row has. */
  put(row: number, id: string): void {
    const offset = row * WORDS;
    if (offset >= this.words.length) {
      const grown = new Uint32Array(WORDS * grownCapacity(this.words.length / WORDS, row + 1));
      grown.set(this.words);
      this.words = grown;
    }
    readUuid(id, this.words, offset);
    this.slots.add(row, this.hashOf(row));
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

  private look(words: Uint32Array, at: number): number {
    this.sought = words;
    this.soughtAt = at;
    return this.slots.find(hash(words, at));
  }

  hashOf(row: number): number {
    return hash(this.words, row * WORDS);
  }

  isSought(row: number): boolean {
    return this.isSame(row, this.sought, this.soughtAt);
  }

  private isSame(row: number, sought: Uint32Array, at: number): boolean {
    const { words } = this;
    const offset = row * WORDS;
    return (
      words[offset] === sought[at] &&
      words[offset + 1] === sought[at + 1] &&
      words[offset + 2] === sought[at + 2] &&
      words[offset + 3] === sought[at + 3]
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
