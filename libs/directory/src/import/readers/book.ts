import { problem } from '#messages';
import type { Column } from '../columns/column.js';
import type { ColumnMap } from '../columns/column-map.js';
import { mayBeDoubled } from '../columns/doubled.js';
import { valueTest } from '../columns/parsers.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { isRemark, type RawCell, type RawRow, type Remark } from './raw-row.js';
import type { Looked, Reading } from './reading.js';
import { LOOKED_AT, nearlyHeader, shapeOf } from './shape.js';
import { isFilled, type Table, type TableRow } from './table.js';
import { noHeader, tableRows } from './table-rows.js';

/** A sheet of cells. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** An open workbook of some format: its sheets in order, and the table on each. A formula is its stored result. */
export interface Book<S extends Sheet = Sheet> {
  readonly sheets: readonly S[];
  table(sheet: S): Promise<Table>;
  /** Whether notes or comments are attached to cells of the sheet. */
  hasComments(sheet: S): Promise<boolean>;
}

/** Names every visible sheet that looks like a list. */
export const ALL_SHEETS = 'all';

/**
 * The name by which a mapping says what the names of sheets are, where several are read, as if they stood in a column: lists
 * often have a sheet for each country or chapter. What they are is not guessed.
 */
export const SHEET_NAME = 'Sheet name';

/** Sheets of one workbook: each is opened for a look at it. */
const MOST_SHEETS = 256;

/** What a look at the beginning of a sheet tells. */
interface FirstLook {
  readonly kind: 'list' | 'other' | 'empty';
  readonly top: readonly TableRow[];
}

/**
 * Rows of the one visible sheet that has a header, or of those that are named.
 *
 * @throws ImportRefusedError when several sheets have a header and none is named: which of them count is not guessed.
 */
export async function* bookRows<S extends Sheet>(
  book: Book<S>,
  columns: ColumnMap,
  { sheets: wanted = [], looks: listener }: Reading = {},
): AsyncGenerator<RawRow | Remark> {
  if (book.sheets.length > MOST_SHEETS) {
    throw new ImportRefusedError(problem('workbook.tooManyParts'));
  }
  const looks = new Map<S, FirstLook>();
  for (const sheet of book.sheets) looks.set(sheet, await looksOf(book, sheet, columns));
  listener?.sheets(visibleLists(looks).map(({ name }) => name));
  for (const [{ isHidden }, { top }] of looks) if (!isHidden) listener?.top(top);
  const sheets = chosen(looks, wanted, columns);
  for (const [other, { kind }] of looks) {
    if (!sheets.includes(other) && kind !== 'empty') yield leftOut(other, kind, wanted);
  }
  const named = sheets.length > 1 ? columns.mapped(SHEET_NAME) : null;
  if (sheets.length > 1) {
    listener?.sheetNames(named);
    if (!named) yield namesRemark(sheets, columns);
  }
  for (const sheet of sheets) {
    const rows = tableRows(await book.table(sheet), columns, (looked) => {
      if (named) refuseSecond(named, looked, sheet);
      listener?.table(sheet.name, looked);
    });
    const inOne = sheets.length === 1 ? rows : inSheet(rows, sheet.name, named);
    if (!(yield* inOne)) throw noHeader(looks.get(sheet)?.top ?? [], columns);
    if (await book.hasComments(sheet)) {
      const reason = problem('remark.comments');
      yield { part: 'cells', name: sheet.name, fate: 'left out', reason };
    }
  }
}

/** The rows and remarks with the name of the sheet, which is needed where there are several. */
async function* inSheet(
  rows: AsyncGenerator<RawRow | Remark, boolean>,
  sheet: string,
  column: Column | null,
): AsyncGenerator<RawRow | Remark, boolean> {
  const cells: RawCell[] = column ? [{ header: SHEET_NAME, column, text: sheet }] : [];
  try {
    let next = await rows.next();
    for (; !next.done; next = await rows.next()) {
      const { value } = next;
      yield isRemark(value)
        ? { ...value, sheet }
        : { ...value, sheet, cells: [...value.cells, ...cells] };
    }
    return next.value;
  } finally {
    await rows.return(false);
  }
}

/** Says that nobody has said what the names of the sheets are; names of places would say something of the women. */
function namesRemark(sheets: readonly Sheet[], columns: ColumnMap): Remark {
  const isPlace = valueTest('territories');
  const says = !columns.isLeftOut(SHEET_NAME) && sheets.some(({ name }) => isPlace?.(name.trim()));
  const reason = problem(columns.isLeftOut(SHEET_NAME) ? 'remark.mappedOut' : 'remark.sheetNames');
  return { part: 'column', name: SHEET_NAME, fate: says ? 'left out' : 'noted', reason };
}

/** @throws ImportRefusedError when a column of the sheet says already what its name would say */
function refuseSecond({ field, language }: Column, { shape }: Looked, { name }: Sheet): void {
  if (mayBeDoubled(field)) return;
  const other = shape.columns.find(
    ({ column }) => column?.field === field && column.language === language,
  );
  if (!other) return;
  const columns = { and: [`"${other.header}"`, `"${SHEET_NAME}"`] };
  throw new ImportRefusedError(problem('refused.doubledBySheet', { columns, field, sheet: name }));
}

async function looksOf<S extends Sheet>(
  book: Book<S>,
  sheet: S,
  columns: ColumnMap,
): Promise<FirstLook> {
  const top: TableRow[] = [];
  const { rows, merged } = await book.table(sheet);
  for await (const row of rows) {
    top.push(row);
    if (row.number > LOOKED_AT) break;
  }
  if (shapeOf(top, merged, columns)) return { kind: 'list', top };
  return { kind: top.some(({ cells }) => cells.some(isFilled)) ? 'other' : 'empty', top };
}

function listsIn<S extends Sheet>(looks: ReadonlyMap<S, FirstLook>): S[] {
  return [...looks].flatMap(([sheet, { kind }]) => (kind === 'list' ? [sheet] : []));
}

function visibleLists<S extends Sheet>(looks: ReadonlyMap<S, FirstLook>): S[] {
  return listsIn(looks).filter(({ isHidden }) => !isHidden);
}

function chosen<S extends Sheet>(
  looks: ReadonlyMap<S, FirstLook>,
  wanted: readonly string[],
  columns: ColumnMap,
): S[] {
  const lists = listsIn(looks);
  const visible = visibleLists(looks);
  const all = [...looks.keys()];
  if (wanted.length > 0) {
    // A sheet of that name comes first: somebody may have called one "all".
    const named = new Set(
      wanted.flatMap((name) => {
        const found = all.filter((sheet) => sheet.name.trim() === name.trim());
        if (found.length > 0) return found;
        if (name.trim().toLowerCase() === ALL_SHEETS && visible.length > 0) return visible;
        const sheets = all.map((sheet) => `"${sheet.name}"`).join(', ');
        throw new ImportRefusedError(problem('refused.noSuchSheet', { sheet: name, sheets }));
      }),
    );
    const sheets = all.filter((sheet) => named.has(sheet));
    const names = sheets.map(({ name }) => name.trim());
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    // Rows are named by their sheet.
    if (twice !== undefined) {
      throw new ImportRefusedError(problem('refused.sameSheets', { sheet: twice }));
    }
    return sheets;
  }
  const [first, ...others] = visible;
  if (first && others.length === 0) return [first];
  if (first) {
    const and = visible.map(({ name }) => `"${name}"`);
    throw new ImportRefusedError(problem('refused.severalSheets', { sheets: { and } }));
  }
  const [hidden] = lists;
  if (hidden) throw new ImportRefusedError(problem('refused.hiddenSheet', { sheet: hidden.name }));
  const best = [...looks.values()].toSorted(
    (a, b) =>
      (nearlyHeader(b.top, columns)?.understood ?? 0) -
      (nearlyHeader(a.top, columns)?.understood ?? 0),
  );
  throw noHeader(best[0]?.top ?? [], columns);
}

function leftOut(
  { name, isHidden }: Sheet,
  kind: FirstLook['kind'],
  wanted: readonly string[],
): Remark {
  const reason = isHidden
    ? problem('remark.hiddenSheet')
    : problem(
        wanted.length === 0 || kind === 'other' ? 'remark.sheetWithoutHeader' : 'remark.otherSheet',
      );
  return { part: 'sheet', name, fate: 'left out', reason };
}
