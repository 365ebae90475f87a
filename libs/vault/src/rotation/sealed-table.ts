/** A table with sealed values, as rotation finds them. Its column `key_id` names the data key of all of a row. */
export interface SealedTable {
  readonly name: string;
  /** Column of its key, a uuid. */
  readonly id: string;
  /** Columns with sealed bytes; a null in them stays null. */
  readonly columns: readonly string[];
  /** Where a value was sealed for. */
  readonly place: (id: string, column: string) => string;
}
