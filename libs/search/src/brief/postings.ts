import type { SoughtWord } from '../sought.js';

/** A woman who has a word. */
export interface Posting {
  /** The mediator's id. */
  readonly id: string;
  readonly publicId: string;
}

/**
 * Who has a word, among the documents of one clearance and without the suppressed: all that an engine has
 * to know of a brief. A word is whole, never the beginning of one, and an abbreviation is also what it
 * stands for.
 */
export interface Postings {
  /** How many have each word, exactly up to `most`; more than that where more have it. */
  count(words: readonly SoughtWord[], most: number): Promise<number[]>;
  /** Those who have each word; the first `most` by public id where more have it. */
  postings(words: readonly SoughtWord[], most: number): Promise<Posting[][]>;
}
