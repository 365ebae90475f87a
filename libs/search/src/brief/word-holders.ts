/** A word as it is looked for: as it is spelt, or with the typing errors that its length allows. */
export interface SoughtWord {
  readonly word: string;
  readonly tolerant: boolean;
}

/**
 * Who has a word, among the documents of one clearance and without the withheld: all that an engine has
 * to know of a brief. A word is whole, never the beginning of one, and an abbreviation is also what it
 * stands for.
 */
export interface WordHolders {
  /** How many have each word, exactly up to `most`; more than that where more have it. */
  count(words: readonly SoughtWord[], most: number): Promise<number[]>;
  /** Ids of those who have each word; the first `most` by id where more have it. */
  holders(words: readonly SoughtWord[], most: number): Promise<string[][]>;
}
