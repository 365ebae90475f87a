import { problem } from '#messages';
import type { ColumnMap } from '../columns/column-map.js';
import { ImportRefusedError } from '../import-refused-error.js';
import type { RawRow, Remark } from './raw-row.js';
import { HEADER_WITHIN, isFilled, noHeader, tableRows } from './table.js';
import { Workbook, type Sheet } from './xlsx/workbook.js';

/** What a look at the beginning of a sheet tells. */
type Looks = 'list' | 'other' | 'empty';

/**
 * Rows of the one visible sheet of a workbook that has a header, or of the one that is named. A formula is
 * its cached result and is never evaluated.
 *
 * @throws ImportRefusedError when several sheets have a header and none is named.
 */
export async function* xlsxRows(
  file: string,
  columns: ColumnMap,
  wanted?: string,
): AsyncGenerator<RawRow | Remark> {
  const workbook = await Workbook.open(file);
  try {
    const looks = new Map<Sheet, Looks>();
    for (const sheet of workbook.sheets) looks.set(sheet, await looksOf(workbook, sheet, columns));
    const sheet = chosen(looks, wanted);
    for (const [other, look] of looks) {
      if (other !== sheet && look !== 'empty') yield leftOut(other, wanted);
    }
    if (!(yield* tableRows(await workbook.table(sheet), columns))) throw noHeader();
    if (await workbook.hasComments(sheet)) {
      const reason = problem('remark.comments');
      yield { part: 'cells', name: sheet.name, fate: 'left out', reason };
    }
  } finally {
    workbook.close();
  }
}

async function looksOf(workbook: Workbook, sheet: Sheet, columns: ColumnMap): Promise<Looks> {
  let isEmpty = true;
  for await (const { number, cells } of workbook.rows(sheet)) {
    if (number <= HEADER_WITHIN && columns.isHeader(cells.map(({ text }) => text))) return 'list';
    isEmpty &&= !cells.some(isFilled);
    if (!isEmpty && number > HEADER_WITHIN) break;
  }
  return isEmpty ? 'empty' : 'other';
}

function chosen(looks: ReadonlyMap<Sheet, Looks>, wanted?: string): Sheet {
  if (wanted !== undefined) {
    const named = [...looks.keys()].find(({ name }) => name.trim() === wanted.trim());
    if (named) return named;
    const names = [...looks.keys()].map(({ name }) => `"${name}"`).join(', ');
    throw new ImportRefusedError(problem('refused.noSuchSheet', { sheet: wanted, sheets: names }));
  }
  const lists = [...looks].flatMap(([sheet, look]) => (look === 'list' ? [sheet] : []));
  const [first, ...others] = lists.filter(({ isHidden }) => !isHidden);
  if (first && others.length === 0) return first;
  if (first) {
    const and = [first, ...others].map(({ name }) => `"${name}"`);
    throw new ImportRefusedError(problem('refused.severalSheets', { sheets: { and } }));
  }
  const [hidden] = lists;
  if (!hidden) throw noHeader();
  throw new ImportRefusedError(problem('refused.hiddenSheet', { sheet: hidden.name }));
}

function leftOut({ name, isHidden }: Sheet, wanted?: string): Remark {
  const reason = isHidden
    ? problem('remark.hiddenSheet')
    : problem(wanted === undefined ? 'remark.sheetWithoutHeader' : 'remark.otherSheet');
  return { part: 'sheet', name, fate: 'left out', reason };
}
