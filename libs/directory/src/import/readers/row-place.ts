/** A row of the file, as a person names it. */
export interface RowPlace {
  readonly row: number;
  /** The sheet, where more than one is read. */
  readonly sheet?: string;
}

export function placeIn({ row, sheet }: RowPlace): RowPlace {
  return sheet === undefined ? { row } : { row, sheet };
}

/** The same for the same row. */
export function keyOf({ row, sheet = '' }: RowPlace): string {
  return `${row} ${sheet}`;
}
