import { readUuid } from '../uuid.js';
import { hashOfUuid, UUID_WORDS, type UuidColumn } from './uuid-columns.js';

/** How many slots there are for each match: then most are empty, and an id that is not among them is found missing early. */
const SLOTS_FOR_ONE = 3;

/**
 * The places of up to tens of thousands of ids, the matches of a brief, to be looked up by a row of the pool.
 *
 * One loop reads, checks and places them all: with the index of the pool's ids, which is changed one by one, it took half as
 * long again.
 */
export class MatchPlaces {
  private constructor(
    private readonly words: Uint32Array,
    /** By hash: a place from 1, or 0. The length is a power of two. */
    private readonly slots: Uint32Array,
  ) {}

  /** Null where an item is no UUID, or is one that came before. */
  static of(matches: readonly unknown[]): MatchPlaces | null {
    const words = new Uint32Array(matches.length * UUID_WORDS);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(matches.length * SLOTS_FOR_ONE + 1)));
    const mask = slots.length - 1;
    for (let place = 0; place < matches.length; place++) {
      const id = matches[place];
      const at = place * UUID_WORDS;
      if (typeof id !== 'string' || !readUuid(id, words, at)) return null;
      let slot = hashOfUuid(words, at) & mask;
      while (slots[slot] !== 0) {
        if (isSame(words, (slots[slot]! - 1) * UUID_WORDS, words, at)) return null;
        slot = (slot + 1) & mask;
      }
      slots[slot] = place + 1;
    }
    return new MatchPlaces(words, slots);
  }

  /** The place from 0 of the id that a row has; -1 where it is not among them. */
  placeOf({ words: ids }: UuidColumn, row: number): number {
    const { words, slots } = this;
    const at = row * UUID_WORDS;
    const mask = slots.length - 1;
    let slot = hashOfUuid(ids, at) & mask;
    while (slots[slot] !== 0) {
      const place = slots[slot]! - 1;
      if (isSame(words, place * UUID_WORDS, ids, at)) return place;
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}

function isSame(words: Uint32Array, at: number, others: Uint32Array, otherAt: number): boolean {
  return (
    words[at] === others[otherAt] &&
    words[at + 1] === others[otherAt + 1] &&
    words[at + 2] === others[otherAt + 2] &&
    words[at + 3] === others[otherAt + 3]
  );
}
