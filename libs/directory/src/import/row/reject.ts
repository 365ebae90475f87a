/** One thing wrong with one row: where, what and, if known, what was perhaps meant. */
export interface Reject {
  readonly row: number;
  /** The file's own header; empty when the row as a whole is wrong. */
  readonly column: string;
  /** What stands there; `(not shown)` for contact and security data. */
  readonly value: string;
  readonly reason: string;
  readonly suggestion: string;
}
