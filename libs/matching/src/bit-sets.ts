import { type Phase, PHASES, PROCESS_TYPES, type ProcessType } from '#vocabulary';

/** One bit for each item that is in the list: its place in the vocabulary's closed list. */
export function bitsOf<T>(list: readonly T[], items: readonly T[]): number {
  return items.reduce((bits, item) => bits | (1 << list.indexOf(item)), 0);
}

/** The items whose bit is set, in the list's order. */
export function itemsOf<T>(list: readonly T[], bits: number): T[] {
  return list.filter((_, i) => (bits & (1 << i)) !== 0);
}

/** The bit of a process type and phase. */
export function processBit(type: ProcessType, phase: Phase): number {
  return 1 << (PROCESS_TYPES.indexOf(type) * PHASES.length + PHASES.indexOf(phase));
}

const PROCESSES = PROCESS_TYPES.flatMap((type) => PHASES.map((phase) => ({ type, phase })));

/** The pairs whose bit is set. */
export function processesOf(bits: number): { type: ProcessType; phase: Phase }[] {
  return itemsOf(PROCESSES, bits);
}

const WORD = 32;

/** A set of small integers, one bit each. */
export class BitSet {
  private readonly words: Uint32Array;

  /** @param size one more than the largest integer */
  constructor(size: number) {
    this.words = new Uint32Array(Math.ceil(size / WORD));
  }

  add(item: number): void {
    this.words[item >>> 5]! |= 1 << (item & 31);
  }

  has(item: number): boolean {
    return (this.words[item >>> 5]! & (1 << (item & 31))) !== 0;
  }

  /** How many words it is long: what a pass over it costs. */
  get length(): number {
    return this.words.length;
  }

  /** Holds from now on what both of two sets hold. */
  setToIntersection(a: BitSet, b: BitSet): void {
    for (let i = 0; i < this.words.length; i++) this.words[i] = a.words[i]! & b.words[i]!;
  }

  /** How many both sets hold. */
  countWith(other: BitSet): number {
    let count = 0;
    for (let i = 0; i < this.words.length; i++) {
      const both = this.words[i]! & other.words[i]!;
      if (both !== 0) count += ones(both);
    }
    return count;
  }

  /** What this set holds and, where one is given, another does not, in order. */
  items(without?: BitSet): number[] {
    const items: number[] = [];
    for (let i = 0; i < this.words.length; i++) {
      let left = without ? this.words[i]! & ~without.words[i]! : this.words[i]!;
      while (left !== 0) {
        items.push(i * WORD + 31 - Math.clz32(left & -left));
        left &= left - 1;
      }
    }
    return items;
  }
}

/** How many bits of a word are set: sums of 2, then 4, then 8 neighbours, then all bytes at once. */
function ones(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
