import type { Mapping, RowPlace } from '#directory';

/** What a column is, by its header; null for a column that is left out. */
export interface ColumnChange {
  readonly header: string;
  readonly column: string | null;
}

/** A text for a column that is not there or empty. */
export interface ColumnDefault {
  readonly column: string;
  readonly text: string;
}

/** How a file is to be read: what is absent stays as it is. */
export interface ReadingChange {
  readonly columns?: readonly ColumnChange[];
  readonly sheets?: readonly string[];
  /** Null where the header is to be looked for. */
  readonly headerRow?: number | null;
}

/** What the file does not say. */
export interface DefaultsChange {
  readonly defaults?: readonly ColumnDefault[];
  readonly naMeans?: Mapping['naMeans'] | null;
  readonly dateOrder?: Mapping['dateOrder'] | null;
}

/** A value that is to be read as another wherever it stands in a column. */
export interface ValueFix {
  /** The canonical name of the column. */
  readonly field: string;
  readonly value: string;
  /** Null takes an earlier fix back. */
  readonly means: string | null;
}

/** A cell that is written anew. */
export interface CellFix extends RowPlace {
  readonly header: string;
  /** Which of the columns of that header, from 1. */
  readonly nth: number;
  /** Null takes an earlier fix back. */
  readonly text: string | null;
}
