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
    const needed = this.end * GRANULE;
    if (needed > this.words.length) this.words = grown(this.words, needed);
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

/**
 * A copy of an array that is too short: half as long again, so that slack stays under a third. Callers compare
 * lengths themselves, because that happens in every update and is fast only for one kind of array.
 */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(
  array: T,
  needed: number,
): T {
  const capacity = Math.max(needed, Math.ceil(array.length * 1.5));
  const larger = new (array.constructor as new (length: number) => T)(capacity);
  larger.set(array);
  return larger;
}
