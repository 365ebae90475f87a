import { LONGEST_ROW } from '../raw-row.js';
import type { TableRow } from '../table.js';
import type { Archive } from './archive.js';
import type { DateStyles } from './date-styles.js';
import type { SharedStrings } from './shared-strings.js';
import { xmlEvents } from './xml.js';

interface Context {
  readonly strings: SharedStrings;
  readonly dates: DateStyles;
  readonly epoch1904: boolean;
}

/** Widest row that is read; a stray cell far to the right must not fill memory with empty ones. */
const MOST_COLUMNS = 1_000;
/** As many rows as a sheet can have. */
const MOST_ROWS = 1_048_576;

/** The rows of a sheet, one at a time. */
export async function* sheetRows(
  archive: Archive,
  part: string,
  context: Context,
): AsyncGenerator<TableRow> {
  let number = 0;
  let cells: string[] = [];
  let cell: { column: number; type: string; style: number; text: string } | null = null;
  let inValue = false;
  let size = 0;
  for await (const event of xmlEvents(await archive.stream(part))) {
    if (event.kind === 'text') {
      if (!inValue || !cell) continue;
      size += event.text.length;
      if (size <= LONGEST_ROW) cell.text += event.text;
    } else if (event.name === 'row') {
      if (event.kind === 'open') {
        number = rowNumber(event.attributes.r, number);
        cells = [];
        size = 0;
      } else if (size > LONGEST_ROW) {
        yield { number, cells: [], broken: 'The row is larger than a million characters.' };
      } else {
        yield { number, cells };
      }
    } else if (event.name === 'c') {
      if (event.kind === 'open') {
        const { r = '', t = 'n', s = '-1' } = event.attributes;
        cell = { column: columnOf(r) ?? cells.length, type: t, style: Number(s), text: '' };
      } else if (cell && cell.column < MOST_COLUMNS) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = valueOf(cell, context);
        cell = null;
      }
    } else if (event.name === 'v' || event.name === 't') {
      // `v` is a value, cached where there is a formula; `t` the text of an inline string. `f` is not read.
      inValue = event.kind === 'open';
    }
  }
}

/** The row's own number where it is one that can follow; no two rows may have the same. */
function rowNumber(text: string | undefined, before: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number > before && number <= MOST_ROWS ? number : before + 1;
}

/** `C7` is column 2. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function valueOf(cell: { type: string; style: number; text: string }, context: Context): string {
  const { type, style, text } = cell;
  if (type === 's') return context.strings.get(Number(text));
  if (type === 'b') return text === '1' ? 'yes' : 'no';
  if (type === 'n' && text !== '' && context.dates.has(style)) {
    return isoDate(Number(text), context.epoch1904);
  }
  return type === 'n' ? plainNumber(text) : text;
}

/** Days since the workbook's epoch; day 60 of 1900 never was, so later days are one less. */
function isoDate(serial: number, epoch1904: boolean): string {
  const days = Math.floor(serial);
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Spreadsheet programs store 7 as 7.0000000000000001 now and then. */
function plainNumber(text: string): string {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : String(Number(number.toPrecision(15)));
}
