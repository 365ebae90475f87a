import type { Problem } from '#messages';
import type { RawCell } from './raw-row.js';

/** Widest row that is read; a stray cell far to the right must not fill memory with empty ones. */
export const MOST_COLUMNS = 1_000;

/** A cell of a table: its text, and what else a spreadsheet knows of it. */
export type TableCell = Omit<RawCell, 'header' | 'column'>;

/** A row of a sheet or a record of separated text. */
export interface TableRow {
  /** As a spreadsheet program numbers it. */
  readonly number: number;
  readonly cells: readonly TableCell[];
  /** What is wrong with the row as a whole. */
  readonly broken?: Problem;
  /** Hidden in the sheet, by hand or by a filter. */
  readonly hidden?: boolean;
}

/** A table and what is known of it beside its rows. */
export interface Table {
  readonly rows: AsyncIterable<TableRow>;
  /** Separated text: every row has as many cells as the header. */
  readonly isStrict: boolean;
  /** Columns hidden in the sheet, counted from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly Merged[];
}

/** Cells that the sheet shows as one. Rows are counted from 1, columns from 0, the last ones included. */
export interface Merged {
  /** Such as `B3:B5`. */
  readonly name: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** `0` is A, `26` is AA. */
export function lettersOf(column: number): string {
  const first = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '';
  return first + String.fromCharCode(65 + (column % 26));
}

export function isFilled({ text, wrong }: TableCell): boolean {
  return wrong !== undefined || text.trim() !== '';
}
