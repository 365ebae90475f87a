/** Blocks are whole granules of four 16-bit words. */
const GRANULE = 4;
const NONE = 0;

/**
 * One growing array of 16-bit words, from which blocks are taken and to which they are given back.
 *
 * Freed blocks wait in one list per block size, linked through their own first two words, so that
 * both operations take constant time, nothing is ever compacted, and a free block costs no memory
 * beyond itself. The arena holds at most, per block size, the largest number of blocks that were in
 * use at one time.
 */
export class Arena {
  /** Read it afresh after every `allocate`: growing replaces it. */
  words = new Uint16Array(GRANULE);
  /** Granule 0 stays zero and unused, so that 0 can mean "no block". */
  private end = 1;
  /** First free block of each size, both in granules. */
  private readonly free: number[] = [];

  get bytes(): number {
    return this.words.byteLength;
  }

  /** The offset of a block of at least `length` words, contents undefined. */
  allocate(length: number): number {
    const size = granules(length);
    const reused = this.free[size] ?? NONE;
    if (reused !== NONE) {
      const offset = reused * GRANULE;
      this.free[size] = this.words[offset]! * 0x10000 + this.words[offset + 1]!;
      return offset;
    }
    const offset = this.end * GRANULE;
    this.end += size;
    if (this.end * GRANULE > this.words.length) {
      const grown = new Uint16Array(grownCapacity(this.words.length, this.end * GRANULE));
      grown.set(this.words);
      this.words = grown;
    }
    return offset;
  }

  /** Gives back a block that was allocated with the same length. */
  release(offset: number, length: number): void {
    const size = granules(length);
    const next = this.free[size] ?? NONE;
    this.words[offset] = next >>> 16;
    this.words[offset + 1] = next & 0xffff;
    this.free[size] = offset / GRANULE;
  }
}

function granules(length: number): number {
  return Math.ceil(length / GRANULE);
}

/** The capacity to grow to when `needed` no longer fits: half as much again, so that slack stays under a third. */
export function grownCapacity(current: number, needed: number): number {
  return Math.max(needed, Math.ceil(current * 1.5));
}
