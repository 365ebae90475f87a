import { readUuid, writeUuid, writeUuidText } from '../uuid.js';
import { grown } from './arena.js';
import { type HashKeys, HashTable } from './hash-table.js';

/** How many words a UUID has in a column. */
export const UUID_WORDS = 4;

/** A UUID for each row, 16 bytes each. */
export class UuidColumn {
  /** Of all rows one after the other. Growing replaces it. */
  words = new Uint32Array(0);

  get bytes(): number {
    return this.words.byteLength;
  }

  /** Gives a row a UUID. */
  put(row: number, uuid: string): void {
    this.fit(row + 1);
    readUuid(uuid, this.words, row * UUID_WORDS);
  }

  /** Makes room for so many rows. */
  protected fit(rows: number): void {
    if (rows * UUID_WORDS > this.words.length) this.words = grown(this.words, rows * UUID_WORDS);
  }

  /** The UUID of a row that has one. */
  idOf(row: number): string {
    return writeUuid(this.words, row * UUID_WORDS);
  }

  /** Writes the UUID of a row as ASCII text. */
  writeText(row: number, text: Uint8Array, at: number): void {
    writeUuidText(this.words, row * UUID_WORDS, text, at);
  }
}

/** The ids of all rows, 16 bytes each, and the way from an id to its row. */
export class IdIndex extends UuidColumn implements HashKeys {
  private readonly probe = new Uint32Array(UUID_WORDS);
  /** Where the words of the id lie that is looked for. */
  private sought: Uint32Array = this.probe;
  private soughtAt = 0;
  private readonly slots = new HashTable(this);

  get size(): number {
    return this.slots.size;
  }

  override get bytes(): number {
    return super.bytes + this.slots.bytes;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    return readUuid(id, this.probe) ? this.look(this.probe, 0) : -1;
  }

  /** Gives a row an id that no row has. */
  override put(row: number, id: string): void {
    super.put(row, id);
    this.slots.add(row, this.hashOf(row));
  }

  /** Forgets the id of a row that has one. */
  remove(row: number): void {
    this.slots.remove(row);
  }

  private look(words: Uint32Array, at: number): number {
    this.sought = words;
    this.soughtAt = at;
    return this.slots.find(hashOfUuid(words, at));
  }

  hashOf(row: number): number {
    return hashOfUuid(this.words, row * UUID_WORDS);
  }

  hasSoughtKey(row: number): boolean {
    const { words, sought, soughtAt } = this;
    const offset = row * UUID_WORDS;
    return (
      words[offset] === sought[soughtAt] &&
      words[offset + 1] === sought[soughtAt + 1] &&
      words[offset + 2] === sought[soughtAt + 2] &&
      words[offset + 3] === sought[soughtAt + 3]
    );
  }
}

/**
 * Mixes all four words, because time-ordered and hand-made ids share most of their bits. Lists have a function
 * of their own: one for both would read several kinds of arrays, which V8 compiles to slower code.
 */
export function hashOfUuid(words: Uint32Array, offset: number): number {
  let h = words[offset]!;
  for (let i = 1; i < UUID_WORDS; i++) {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ words[offset + i]!;
  }
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
