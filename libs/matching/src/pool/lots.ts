import { grownCapacity } from './growth.js';
import { readUuid, writeUuid, writeUuidText } from './uuid.js';

const WORDS = 4;

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
