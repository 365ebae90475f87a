import type { ColumnMap } from '../columns/column-map.js';
import { CsvRecords } from './csv/records.js';
import { textOf } from './encoding.js';
import type { RawRows } from './raw-row.js';
import { HEADER_WITHIN, noHeader, tableRows, type TableRow } from './table.js';

const DELIMITERS = [',', ';', '\t'] as const;
/** Characters in which the header is looked for. */
const START = 64 * 1024;

/** Rows of comma, semicolon or tab separated text. */
export async function* csvRows(file: string, columns: ColumnMap): RawRows {
  if (!(yield* tableRows(records(textOf(file), columns), columns, true))) throw noHeader();
}

async function* records(
  pieces: AsyncIterable<string>,
  columns: ColumnMap,
): AsyncGenerator<TableRow> {
  let parser: CsvRecords | null = null;
  let number = 0;
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (!parser && waiting.length < START) continue;
    parser ??= new CsvRecords(delimiterOf(waiting, columns));
    for (const record of parser.add(waiting, false)) yield { number: ++number, ...record };
    waiting = '';
  }
  parser ??= new CsvRecords(delimiterOf(waiting, columns));
  for (const record of parser.add(waiting, true)) yield { number: ++number, ...record };
}

/** The delimiter with which most columns of some row are understood. */
function delimiterOf(start: string, columns: ColumnMap): string {
  const understood = (delimiter: string): number => {
    const first = [...new CsvRecords(delimiter).add(start, true)].slice(0, HEADER_WITHIN);
    return Math.max(0, ...first.map(({ cells }) => columns.understood(cells)));
  };
  return DELIMITERS.reduce((best, other) => (understood(other) > understood(best) ? other : best));
}
