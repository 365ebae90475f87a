import type { ColumnMap } from '../columns/column-map.js';
import { ImportRefusedError } from '../import-refused-error.js';
import type { RawRow } from './raw-row.js';

/** A row of a sheet or a record of separated text. */
export interface TableRow {
  /** As a spreadsheet program numbers it. */
  readonly number: number;
  readonly cells: readonly string[];
  /** What is wrong with the row as a whole. */
  readonly broken?: string;
}

/** Rows above the header that coordinators use for titles and remarks. */
export const HEADER_WITHIN = 20;

/**
 * The rows behind the header, empty ones left out; tells in the end whether there was a header. Text
 * beyond the last column of the header is a remark, or with `strict` a sign that the row is broken.
 */
export async function* tableRows(
  rows: AsyncIterable<TableRow>,
  columns: ColumnMap,
  strict = false,
): AsyncGenerator<RawRow, boolean> {
  let header: string[] | null = null;
  for await (const row of rows) {
    if (header) {
      const { length } = row.cells;
      const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
      if (row.broken === undefined && last === -1) continue;
      const beyond = strict && last >= header.length;
      yield named(beyond ? { ...row, broken: tooWide(length, header.length) } : row, header);
    } else if (row.number > HEADER_WITHIN) {
      return false;
    } else if (columns.isHeader(row.cells)) {
      header = row.cells.map((name) => name.trim());
    }
  }
  return header !== null;
}

export function noHeader(): ImportRefusedError {
  return new ImportRefusedError(
    `None of the first ${HEADER_WITHIN} rows is a header with external_id and full_name, or other names for them: name the columns in a mapping file (see docs/import.md).`,
  );
}

function tooWide(cells: number, columns: number): string {
  return `The row has ${cells} columns and the header ${columns}: perhaps a quotation mark is missing.`;
}

/** Where two columns have one name, the first with a text counts. */
function named({ number, cells, broken }: TableRow, header: readonly string[]): RawRow {
  const byName = new Map<string, string>();
  for (let i = 0; i < Math.max(header.length, cells.length); i++) {
    const text = cells[i] ?? '';
    const name = header[i] || (text === '' ? '' : `(column ${i + 1})`);
    if (name !== '' && !byName.get(name)) byName.set(name, text);
  }
  return { number, cells: byName, broken };
}
