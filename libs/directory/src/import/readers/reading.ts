import type { Column } from '../columns/column.js';
import type { Shape } from './shape.js';
import type { TableRow } from './table.js';

/** The header of a table as it was found, and the first rows of the table. */
export interface Looked {
  readonly shape: Shape;
  readonly top: readonly TableRow[];
  /** Titles within the list, and what somebody has said that they are. */
  readonly titles?:
    | { readonly column: Column | null; readonly texts: readonly string[] }
    | undefined;
}

/** Told of what is found in a file before its rows come; again with each reading. */
export interface Looks {
  /** The names of a workbook's visible sheets that look like lists. */
  sheets(names: readonly string[]): void;
  /** The first rows of a visible table, also where no header is found in them. */
  top(rows: readonly TableRow[]): void;
  /** Several sheets are read. @param column what their names are; null where nobody has said it */
  sheetNames(column: Column | null): void;
  /** @param sheet null where the file has none */
  table(sheet: string | null, looked: Looked): void;
}

/** How a file is to be read. */
export interface Reading {
  /** Names of the sheets of a workbook that are read; "all" is every visible one that looks like a list. */
  readonly sheets?: readonly string[];
  readonly looks?: Looks;
}
