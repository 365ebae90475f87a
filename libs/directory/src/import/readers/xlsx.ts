import type { ColumnMap } from '../columns/column-map.js';
import type { RawRows } from './raw-row.js';
import { noHeader, tableRows } from './table.js';
import { openWorkbook } from './xlsx/workbook.js';

/**
 * Rows of the first sheet of a workbook that has a header. A formula is its cached text and is never
 * evaluated.
 */
export async function* xlsxRows(file: string, columns: ColumnMap): RawRows {
  const workbook = await openWorkbook(file);
  try {
    for (const sheet of workbook.sheets) {
      if (yield* tableRows(workbook.rows(sheet), columns)) return;
    }
    throw noHeader();
  } finally {
    workbook.close();
  }
}
