import { problem, type Problem } from '#messages';
import type { Column, ColumnMap } from '../columns/column-map.js';
import { isSafety, mayBeDoubled } from '../columns/doubled.js';
import type { ImportField } from '../columns/fields.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { mergedIn, type Merged } from './merged.js';
import type { RawCell, RawRow, Remark } from './raw-row.js';
import { STRUCK_OUT } from './struck-out.js';
import { RowNumbers } from './row-numbers.js';

/** A cell of a table: its text, and what else a spreadsheet knows of it. */
export type TableCell = Omit<RawCell, 'header'>;

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

/** Rows above the header that coordinators use for titles and remarks. */
export const HEADER_WITHIN = 20;

/** The header of a table. */
interface Header {
  /** By index; null for a column that is left out. */
  readonly names: readonly (string | null)[];
  readonly cells: readonly string[];
  /** Columns up to the last one with a name. */
  readonly width: number;
}

/**
 * The rows behind the header, empty ones left out, and remarks on what is left out; tells in the end
 * whether there was a header.
 *
 * @throws ImportRefusedError when two columns say one thing that only one can say.
 */
export async function* tableRows(
  table: Table,
  columns: ColumnMap,
): AsyncGenerator<RawRow | Remark, boolean> {
  let header: Header | null = null;
  const above = { titles: new RowNumbers(), rows: new RowNumbers() };
  const hidden = new RowNumbers();
  const struck = new RowNumbers();
  const nameless = new Map<number, number>();
  for await (const row of table.rows) {
    const filled = row.cells.filter(isFilled).length;
    if (header) {
      if (row.broken === undefined && filled === 0) continue;
      if (row.hidden) {
        hidden.add(row.number);
        continue;
      }
      if (isStruckOut(row, header)) {
        struck.add(row.number);
        continue;
      }
      yield rawRow(row, header, table, nameless);
    } else if (row.number > HEADER_WITHIN) {
      return false;
    } else if (columns.isHeader(textsOf(row))) {
      header = yield* headerOf(row, table, columns);
      yield* above.titles.remark('noted', problem('remark.title'));
      yield* above.rows.remark('left out', problem('remark.aboveHeader'));
    } else if (filled > 0) {
      (filled === 1 ? above.titles : above.rows).add(row.number);
    }
  }
  if (!header) return false;
  yield* hidden.remark('left out', problem('remark.hiddenRows'));
  yield* struck.remark('left out', problem('remark.struckRows'));
  for (const [i, cells] of [...nameless].toSorted(([a], [b]) => a - b)) {
    yield columnRemark(i, '', 'left out', problem('remark.noHeaderColumn', { cells }));
  }
  return true;
}

export function noHeader(): ImportRefusedError {
  return new ImportRefusedError(problem('refused.noHeader', { rows: HEADER_WITHIN }));
}

/** `0` is A, `26` is AA. */
export function lettersOf(column: number): string {
  const first = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '';
  return first + String.fromCharCode(65 + (column % 26));
}

export function isFilled({ text, wrong }: TableCell): boolean {
  return wrong !== undefined || text.trim() !== '';
}

function textsOf({ cells }: TableRow): string[] {
  return cells.map(({ text }) => text.trim());
}

/** Whether all that is read of a row is struck out, as women are who have left. */
function isStruckOut({ cells, broken }: TableRow, { names }: Header): boolean {
  const read = cells.filter((cell, i) => names[i] && isFilled(cell));
  return broken === undefined && read.length > 0 && read.every(({ wrong }) => wrong === STRUCK_OUT);
}

function* headerOf(
  row: TableRow,
  { hiddenColumns }: Table,
  columns: ColumnMap,
): Generator<Remark, Header> {
  const cells = textsOf(row);
  const names: (string | null)[] = [];
  const places = new Map<string, { readonly column: Column; readonly at: number[] }>();
  for (const [i, name] of cells.entries()) {
    const column = name === '' ? null : columns.column(name);
    const hides = hiddenColumns.has(i)
      ? 'hidden'
      : row.cells[i]?.wrong === STRUCK_OUT
        ? 'struck'
        : null;
    const isRead = column !== null && (hides === null || countsHidden(column.field));
    names.push(isRead ? name : null);
    if (isRead) {
      const key = `${column.field}:${column.language}`;
      const place = places.get(key) ?? { column, at: [] };
      place.at.push(i);
      places.set(key, place);
      if (hides !== null) yield columnRemark(i, name, 'noted', problem(`remark.${hides}Counts`));
    } else if (columns.isLeftOut(name)) {
      yield columnRemark(i, name, 'noted', problem('remark.mappedOut'));
    } else if (name !== '') {
      const reason =
        column && hides ? problem(`remark.${hides}Column`) : problem('remark.unknownHeader');
      yield columnRemark(i, name, 'left out', reason);
    }
  }
  for (const { column, at } of places.values()) {
    if (at.length > 1 && !mayBeDoubled(column.field)) throw doubled(column.field, at, cells);
  }
  return { names, cells, width: cells.findLastIndex((name) => name !== '') + 1 };
}

/** Without these a hidden column would expose a woman, or there would be no row at all. */
function countsHidden(field: ImportField): boolean {
  return isSafety(field) || field === 'external_id' || field === 'full_name';
}

function doubled(field: ImportField, at: readonly number[], cells: readonly string[]) {
  const columns = { and: at.map((i) => `${lettersOf(i)} "${cells[i]}"`) };
  return new ImportRefusedError(problem('refused.doubled', { columns, field }));
}

function columnRemark(i: number, name: string, fate: Remark['fate'], reason: Problem): Remark {
  return { part: 'column', name, place: lettersOf(i), fate, reason };
}

function rawRow(
  row: TableRow,
  header: Header,
  table: Table,
  nameless: Map<number, number>,
): RawRow {
  const broken = row.broken ?? brokenBy(row, header, table);
  const cells: RawCell[] = [];
  for (const [i, cell] of row.cells.entries()) {
    const name = header.names[i];
    if (name) cells.push({ header: name, ...cell });
    else if (!header.cells[i] && broken === undefined && isFilled(cell))
      nameless.set(i, (nameless.get(i) ?? 0) + 1);
  }
  return broken === undefined
    ? { number: row.number, cells }
    : { number: row.number, cells, broken };
}

function brokenBy(row: TableRow, header: Header, table: Table): Problem | undefined {
  const { cells, width } = header;
  const { length } = row.cells;
  if (table.isStrict) {
    const last = row.cells.findLastIndex(isFilled);
    if (last >= cells.length) {
      return problem('row.tooWide', { length, header: cells.length });
    }
    if (length < width) {
      return problem('row.tooNarrow', { length, header: cells.length });
    }
  }
  const texts = textsOf(row);
  if (cells.every((name, i) => name === (texts[i] ?? ''))) return problem('row.header');
  return mergedIn(table.merged, row.number, (i) => Boolean(header.names[i]));
}
