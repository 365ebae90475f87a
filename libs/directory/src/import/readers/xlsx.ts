import { ImportRefusedError } from '../import-refused-error.js';
import type { RawRow, RawRows } from './raw-row.js';
import { sheetRows } from './xlsx/sheet.js';
import { openWorkbook } from './xlsx/workbook.js';

/** Rows above the header that coordinators use for titles and remarks. */
const HEADER_WITHIN = 20;

/**
 * Rows of a workbook: the first sheet in whose first rows `isHeader` recognises a header. A formula
 * is its cached text and is never evaluated.
 */
export async function* xlsxRows(
  file: string,
  isHeader: (cells: readonly string[]) => boolean,
): RawRows {
  const workbook = await openWorkbook(file);
  try {
    for (const sheet of workbook.sheets) {
      const header = await findHeader(workbook.rows(sheet), isHeader);
      if (!header) continue;
      for await (const { number, cells } of workbook.rows(sheet)) {
        if (number > header.number && cells.some((cell) => cell !== '')) {
          yield toRow(number, header.names, cells);
        }
      }
      return;
    }
    throw new ImportRefusedError(
      'No sheet of the workbook has a header that is understood: give a mapping file.',
    );
  } finally {
    workbook.close();
  }
}

async function findHeader(
  rows: ReturnType<typeof sheetRows>,
  isHeader: (cells: readonly string[]) => boolean,
): Promise<{ number: number; names: string[] } | null> {
  for await (const { number, cells } of rows) {
    if (number > HEADER_WITHIN) return null;
    if (isHeader(cells)) return { number, names: cells.map((cell) => cell.trim()) };
  }
  return null;
}

function toRow(number: number, names: readonly string[], values: readonly string[]): RawRow {
  const cells = names.map((name, i) => [name, values[i] ?? ''] as const);
  return { number, cells: new Map(cells.filter(([name]) => name !== '')) };
}
