import type { Database } from '#database';
import { ColumnMap, keyOf, type RawCell, type RawRow, type RawRows } from '#directory';
import type { Vault } from '#vault';
import { openSealed } from './sealed.js';

/** A cell as it was mended. */
export interface Fix {
  readonly header: string;
  /** Which of the columns of that header, from 1. */
  readonly nth: number;
  readonly text: string;
}

/** What a coordinator changed in the rows of a file. */
export interface Mended {
  readonly fixes: ReadonlyMap<string, readonly Fix[]>;
  readonly skipped: ReadonlySet<string>;
}

/** A cell of a row that was mended. */
export type MendedCell = RawCell & {
  /** What stands in the file. */
  readonly original?: string;
};

export async function readFixes(
  database: Pick<Database, 'query'>,
  vault: Vault,
  importId: string,
): Promise<Map<string, Fix[]>> {
  const rows = await database.query<
    { id: string; sheet: string; row: number; keyId: number; sealed: Buffer } & Omit<Fix, 'text'>
  >(
    `SELECT id, sheet, row, header, nth, key_id AS "keyId", sealed FROM staged_fix WHERE import_id = $1 ORDER BY id`,
    [importId],
  );
  const fixes = new Map<string, Fix[]>();
  for (const { header, nth, ...one } of rows) {
    const text = (await openSealed<string>(vault, 'staged_fix', one)) ?? '';
    const key = keyOf(one);
    fixes.set(key, [...(fixes.get(key) ?? []), { header, nth, text }]);
  }
  return fixes;
}

/**
 * The rows of a file with the cells that were mended, and without the rows that are left out: these are told of, each
 * time the file is read.
 */
export function mendedRows(
  rows: RawRows,
  columns: ColumnMap,
  { fixes, skipped }: Mended,
  onSkipped: (row: RawRow) => void,
): RawRows {
  return {
    async *[Symbol.asyncIterator]() {
      let isOut = false;
      for await (const row of rows) {
        if ('fate' in row) {
          yield row;
          continue;
        }
        const key = keyOf({ row: row.number, sheet: row.sheet });
        // What says more of a woman goes with the row that names her.
        isOut = skipped.has(key) || (isOut && row.continues === true);
        const own = fixes.get(key);
        if (isOut) onSkipped(row);
        else yield own ? mended(row, own, columns) : row;
      }
    },
  };
}

function mended(row: RawRow, fixes: readonly Fix[], columns: ColumnMap): RawRow {
  const left = new Map(fixes.map((fix) => [cellKey(fix.header, fix.nth), fix]));
  const seen = new Map<string, number>();
  const cells: MendedCell[] = row.cells.map((cell) => {
    const nth = (seen.get(cell.header) ?? 0) + 1;
    seen.set(cell.header, nth);
    const fix = left.get(cellKey(cell.header, nth));
    if (!fix) return cell;
    left.delete(cellKey(cell.header, nth));
    const { header, column, text: original } = cell;
    return { header, column, text: fix.text, original };
  });
  // A column that the file lacks, such as one of numbers.
  for (const { header, text } of left.values()) cells.push({ header, text, original: '' });
  const isNumbered = cells.some(
    ({ header, column, text }) =>
      text.trim() !== '' && (column ?? columns.column(header))?.field === 'external_id',
  );
  const { unnumbered, ...rest } = row;
  return { ...rest, ...(unnumbered && !isNumbered ? { unnumbered } : {}), cells };
}

function cellKey(header: string, nth: number): string {
  return `${nth} ${header}`;
}
