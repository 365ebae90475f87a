import { Arena, grown } from './arena.js';
import { type HashKeys, HashTable } from './hash-table.js';

/** The number of the empty list, which every row holds that was given no other. */
export const EMPTY_LIST = 0;

/** How many numbers fit 16 bits. */
const NARROW_NUMBERS = 0x10000;

/**
 * One list of 16-bit words for each row. Many rows hold the same one, so each distinct list is kept
 * once, under a number, with a count of the rows that have it; a row has the number. What a need makes of a
 * list is then found once for the list and looked up by the row.
 *
 * Numbers and blocks that nobody holds any more are reused. Giving a row a list takes time
 * proportional to the list.
 */
export class ListColumn implements HashKeys {
  /** By row: the number of its list; as narrow as numbers are, for speed. Growing replaces it. */
  numbers: Uint16Array | Uint32Array = new Uint16Array(0);

  /** For the values of lists under one need, by number. */
  readonly scratch = new Scratch();

  private readonly arena = new Arena();
  /** By number: where its block starts, a word for the length first; for a free one, that of the empty list. */
  private starts = new Uint32Array(1);
  /** By number: how many rows hold it; for a free one, the next free. */
  private references = new Uint32Array(1);
  private used = 1;
  private freeNumber = EMPTY_LIST;
  private sought: readonly number[] = [];
  private readonly slots = new HashTable(this);

  get bytes(): number {
    const { numbers, starts, references, scratch, arena, slots } = this;
    return [numbers, starts, references].reduce(
      (sum, { byteLength }) => sum + byteLength,
      scratch.bytes + arena.bytes + slots.bytes,
    );
  }

  /** One more than the highest number ever used: the size of a table by number. */
  get numberCount(): number {
    return this.used;
  }

  /** How many different lists rows hold, the empty one apart. */
  get distinct(): number {
    return this.slots.size;
  }

  /** The lists as they lie in memory; see `startOf`. Read it afresh after every change. */
  get words(): Uint16Array {
    return this.arena.words;
  }

  /** Where the words of a list begin; its length is the word before. */
  startOf(number: number): number {
    return this.starts[number]! + 1;
  }

  /** Where they end; where they begin, for a list that no row holds. */
  endOf(number: number): number {
    const block = this.starts[number]!;
    return block + 1 + this.arena.words[block]!;
  }

  reserve(rows: number): void {
    if (rows > this.numbers.length) this.numbers = grown(this.numbers, rows);
  }

  /** The list of a row. */
  read(row: number): number[] {
    return this.list(this.numbers[row]!);
  }

  /** A list by its number. */
  list(number: number): number[] {
    const list: number[] = [];
    const end = this.endOf(number);
    for (let i = this.startOf(number); i < end; i++) list.push(this.words[i]!);
    return list;
  }

  /** Gives a row a list in place of the one it has. */
  write(row: number, list: readonly number[]): void {
    const before = this.numbers[row]!;
    const number = this.hold(list);
    this.numbers[row] = number;
    this.release(before);
  }

  private hold(list: readonly number[]): number {
    if (list.length === 0) return EMPTY_LIST;
    this.sought = list;
    const hash = hashOfWords(list, 0, list.length);
    let number = this.slots.find(hash);
    if (number < 0) {
      number = this.take(list);
      this.slots.add(number, hash);
    }
    this.references[number]!++;
    return number;
  }

  private release(number: number): void {
    if (number === EMPTY_LIST) return;
    if (this.references[number]! > 1) {
      this.references[number]!--;
      return;
    }
    // While it has its words still, for it is found by them.
    this.slots.remove(number);
    const block = this.starts[number]!;
    this.arena.release(block, 1 + this.arena.words[block]!);
    this.starts[number] = this.starts[EMPTY_LIST]!;
    this.references[number] = this.freeNumber;
    this.freeNumber = number;
  }

  /** A number for a list that has none, its words in a block. */
  private take(list: readonly number[]): number {
    let number = this.freeNumber;
    if (number === EMPTY_LIST) {
      number = this.used++;
      if (number === NARROW_NUMBERS) this.numbers = Uint32Array.from(this.numbers);
      if (this.used > this.starts.length) {
        this.starts = grown(this.starts, this.used);
        this.references = grown(this.references, this.used);
      }
    } else {
      this.freeNumber = this.references[number]!;
      this.references[number] = 0;
    }
    const block = this.arena.allocate(1 + list.length);
    this.arena.words[block] = list.length;
    this.arena.words.set(list, block + 1);
    this.starts[number] = block;
    return number;
  }

  hashOf(number: number): number {
    return hashOfWords(this.words, this.startOf(number), this.endOf(number));
  }

  hasSoughtKey(number: number): boolean {
    const { words, sought } = this;
    const start = this.startOf(number);
    if (words[start - 1] !== sought.length) return false;
    for (let i = 0; i < sought.length; i++) if (words[start + i] !== sought[i]) return false;
    return true;
  }
}

function hashOfWords(words: ArrayLike<number>, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ words[i]!;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * An array of numbers that is lent to one ranking after the other: made anew for each, it would keep
 * the garbage collector busy. An array that is not given back stays with its borrower, and the next ranking
 * gets a new one.
 */
export class Scratch {
  private spare: Uint32Array = new Uint32Array(0);
  private size = 0;

  get bytes(): number {
    return this.size;
  }

  /** Numbers, of which the first `length` are 0. */
  lend(length: number): Uint32Array {
    const { spare } = this;
    this.spare = new Uint32Array(0);
    if (length <= spare.length) return spare.fill(0, 0, length);
    // A little more than is asked for, so that a growing pool does not need another each time.
    const numbers = new Uint32Array(Math.ceil(length * 1.1));
    this.size = numbers.byteLength;
    return numbers;
  }

  giveBack(numbers: Uint32Array): void {
    this.spare = numbers;
  }
}
