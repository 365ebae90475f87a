import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ColumnMap } from '../columns/column-map.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { csvRows } from './csv.js';
import { cellsOf, jsonlRows } from './jsonl.js';
import type { RawRows } from './raw-row.js';
import { xlsxRows } from './xlsx.js';

export const IMPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const FORMAT_OF: Readonly<Record<string, ImportFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/**
 * The rows of a file, in the format its name or `format` says.
 *
 * @throws ImportRefusedError when the file cannot be read, now or while its rows are.
 */
export async function openRows(
  file: string,
  columns: ColumnMap,
  format?: ImportFormat,
): Promise<RawRows> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new ImportRefusedError(`The file ${file} is not there.`);
  const kind = format ?? FORMAT_OF[extname(file).toLowerCase()];
  if (!kind) {
    throw new ImportRefusedError(
      `The ending of ${file} does not tell its format: say --format csv, xlsx or jsonl.`,
    );
  }
  if (found.size === 0) throw new ImportRefusedError('The file is empty.');
  return orRefused(file, READERS[kind](file, columns));
}

const READERS: Record<ImportFormat, (file: string, columns: ColumnMap) => RawRows> = {
  csv: csvRows,
  xlsx: xlsxRows,
  jsonl: jsonlRows,
};

/** What the system says of a file becomes a sentence. */
async function* orRefused(file: string, rows: RawRows): RawRows {
  try {
    yield* rows;
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new ImportRefusedError(`The file ${file} cannot be read (${code}).`);
  }
}

/** Records that are in memory already, numbered from 1, such as the demo's. */
export async function* rowsFromRecords(
  records: Iterable<Readonly<Record<string, string>>>,
): RawRows {
  let number = 0;
  for (const record of records) yield { number: ++number, cells: cellsOf(record) };
}
