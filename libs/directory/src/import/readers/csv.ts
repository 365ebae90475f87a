import { problem } from '#messages';
import type { ColumnMap } from '../columns/column-map.js';
import { HEADER_WITHIN } from '../columns/mapping.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { CsvRecords } from './csv/records.js';
import type { Bytes } from './bytes.js';
import { decodedText, encodingOf, encodingRemark } from './encoding.js';
import type { RawRow, Remark } from './raw-row.js';
import type { Reading } from './reading.js';
import type { TableRow } from './table.js';
import { noHeader, tableRows } from './table-rows.js';

const DELIMITERS = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '؛': 'arabicSemicolon',
  '|': 'bar',
} as const;
type Delimiter = keyof typeof DELIMITERS;
/** What Excel reads in the first line: `sep=;`. */
const SAID = /^\ufeff*"?sep=([,;\t؛|])"?\r?\n/iu;
/** Characters in which the header is looked for. */
const START = 64 * 1024;

/** Rows of text that commas, semicolons, tabs or bars separate. */
export async function* csvRows(
  bytes: Bytes,
  columns: ColumnMap,
  { looks }: Reading,
): AsyncGenerator<RawRow | Remark> {
  const found = await encodingOf(bytes);
  yield* encodingRemark(found);
  const top: TableRow[] = [];
  const table = {
    rows: records(decodedText(bytes, found.encoding), columns, top),
    isStrict: true,
    hiddenColumns: new Set<number>(),
    merged: [],
  };
  if (!(yield* tableRows(table, columns, (looked) => looks?.table(null, looked)))) {
    looks?.top(top);
    throw noHeader(top, columns);
  }
}

/** @param top given the rows in which the header is looked for, to say what is wrong where there is none */
async function* records(
  pieces: AsyncIterable<string>,
  columns: ColumnMap,
  top: TableRow[],
): AsyncGenerator<TableRow> {
  let parser: CsvRecords | null = null;
  let number = 0;
  let waiting = '';
  const rows = function* (isLast: boolean): Generator<TableRow> {
    parser ??= new CsvRecords(delimiterOf(waiting, columns));
    for (const { cells, broken } of parser.add(waiting, isLast)) {
      const row = { number: ++number, cells: cells.map((text) => ({ text })), broken };
      if (number <= HEADER_WITHIN) top.push(row);
      yield row;
    }
    waiting = '';
  };
  for await (const piece of pieces) {
    waiting += piece;
    // One by one: handed over with `yield*` each would wait for a promise of its own.
    if (parser || waiting.length >= START) for (const row of rows(false)) yield row;
  }
  for (const row of rows(true)) yield row;
}

/**
 * The delimiter with which most columns of some row are understood.
 *
 * @throws ImportRefusedError when two delimiters make equally good headers.
 */
function delimiterOf(start: string, columns: ColumnMap): Delimiter {
  const [, said] = SAID.exec(start) ?? [];
  if (said !== undefined) return said as Delimiter;
  const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((delimiter) => {
    const first = firstOf(new CsvRecords(delimiter).add(start, true), HEADER_WITHIN);
    const understood = first.map(({ cells }) => columns.understood(cells));
    const isHeader = first.some(({ cells }) => columns.isHeader(cells));
    return { delimiter, understood: Math.max(0, ...understood), isHeader };
  });
  const [best, second] = scores.toSorted((a, b) => b.understood - a.understood);
  if (best?.isHeader && second?.isHeader && best.understood === second.understood) {
    const or = [best, second].map(({ delimiter }) => problem(`delimiter.${DELIMITERS[delimiter]}`));
    throw new ImportRefusedError(problem('refused.delimiter', { names: { or } }));
  }
  return best?.delimiter ?? ',';
}

function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.push(item) === most) break;
  }
  return first;
}
