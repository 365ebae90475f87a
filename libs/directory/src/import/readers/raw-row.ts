/** A row as it stands in the file, with nothing understood yet. */
export interface RawRow {
  /** As a person sees it in the file: the header is row 1, a line of JSON is its line. */
  readonly number: number;
  /** Text by the file's own column name. */
  readonly cells: ReadonlyMap<string, string>;
  /** What is wrong with the row as a whole, such as a broken quote. */
  readonly broken?: string;
}

/** The rows of a file, one at a time. Breaking off the loop closes the file. */
export type RawRows = AsyncIterable<RawRow>;

/** Rows that begin with one value too many to hold in memory are refused, not swallowed. */
export const LONGEST_ROW = 1_000_000;
