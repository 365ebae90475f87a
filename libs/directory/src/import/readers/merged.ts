import { problem, type Problem } from '#messages';

/** Cells that the sheet shows as one. Rows are counted from 1, columns from 0, the last ones included. */
export interface Merged {
  /** Such as `B3:B5`. */
  readonly name: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/**
 * Why a row cannot be read because of merged cells: what a cell merged over several rows says of each, or
 * one merged over several columns in each, cannot be told. A merge that touches one column that is read,
 * in one row, hides nothing.
 */
export function mergedIn(
  merged: readonly Merged[],
  row: number,
  isRead: (column: number) => boolean,
): Problem | undefined {
  const found = merged.find(({ rows, columns: [first, last] }) => {
    if (row < rows[0] || row > rows[1]) return false;
    const read = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(isRead);
    return read.length > 1 || (read.length === 1 && rows[0] < rows[1]);
  });
  return found && problem('row.merged', { cells: found.name });
}
