import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { problem } from '#messages';
import type { ColumnMap } from '../columns/column-map.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { bookRows } from './book.js';
import { csvRows } from './csv.js';
import { jsonlRows } from './jsonl.js';
import type { RawRow, RawRows, Remark } from './raw-row.js';
import { OdsBook } from './ods/ods-book.js';
import { Archive } from './xlsx/archive.js';
import { Workbook } from './xlsx/workbook.js';

export const IMPORT_FORMATS = ['csv', 'xlsx', 'ods', 'jsonl'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const FORMAT_OF: Readonly<Record<string, ImportFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  // The reader says what is wrong with these, and that another format is wanted.
  '.xls': 'xlsx',
  '.xlsm': 'xlsx',
  '.xlsb': 'xlsx',
  '.ods': 'ods',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/**
 * The rows of a file, in the format its name or `format` says; read anew each time they are asked for.
 * `sheets` name those of a workbook that are read; "all" is every visible one that looks like a list.
 *
 * @throws ImportRefusedError when the file cannot be read, now or while its rows are.
 */
export async function openRows(
  file: string,
  columns: ColumnMap,
  {
    format,
    sheets = [],
  }: { readonly format?: ImportFormat; readonly sheets?: readonly string[] } = {},
): Promise<RawRows> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new ImportRefusedError(problem('refused.noFile', { file }));
  const kind = format ?? FORMAT_OF[extname(file).toLowerCase()];
  if (!kind) throw new ImportRefusedError(problem('refused.noFormat', { file }));
  if (found.size === 0) throw new ImportRefusedError(problem('refused.empty'));
  if (sheets.length > 0 && kind !== 'xlsx' && kind !== 'ods') {
    throw new ImportRefusedError(problem('refused.noSheets'));
  }
  const read = READERS[kind];
  return { [Symbol.asyncIterator]: () => orRefused(file, read(file, columns, sheets)) };
}

type Reader = (
  file: string,
  columns: ColumnMap,
  sheets: readonly string[],
) => AsyncGenerator<RawRow | Remark>;

const READERS: Record<ImportFormat, Reader> = {
  csv: csvRows,
  xlsx: workbookRows,
  ods: workbookRows,
  jsonl: jsonlRows,
};

/** Rows of a workbook, whose content and not whose name tells which kind it is. */
async function* workbookRows(
  file: string,
  columns: ColumnMap,
  sheets: readonly string[],
): AsyncGenerator<RawRow | Remark> {
  const archive = await Archive.open(file);
  try {
    yield* archive.has('mimetype')
      ? bookRows(await OdsBook.of(archive), columns, sheets)
      : bookRows(await Workbook.of(archive), columns, sheets);
  } finally {
    archive.close();
  }
}

/** What the system says of a file becomes a sentence. */
async function* orRefused(file: string, rows: RawRows): AsyncGenerator<RawRow | Remark> {
  try {
    yield* rows;
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new ImportRefusedError(problem('refused.unreadable', { file, code: code ?? syscall }));
  }
}

/** Records that are in memory already, numbered from 1, such as the demo's. */
export function rowsFromRecords(records: Iterable<Readonly<Record<string, string>>>): RawRows {
  return {
    async *[Symbol.asyncIterator]() {
      let number = 0;
      for (const record of records) {
        const cells = Object.entries(record).map(([header, text]) => ({ header, text }));
        yield { number: ++number, cells };
      }
    },
  };
}
