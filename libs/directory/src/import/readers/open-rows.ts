import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { problem } from '#messages';
import type { ColumnMap } from '../columns/column-map.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { bookRows } from './book.js';
import { bytesOfFile, type Bytes } from './bytes.js';
import { csvRows } from './csv.js';
import { jsonlRows } from './jsonl.js';
import { keptRows } from './kept-rows.js';
import type { RawRow, RawRows, Remark } from './raw-row.js';
import type { Reading } from './reading.js';
import { OdsBook } from './ods/ods-book.js';
import { Archive } from './zip/archive.js';
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
  '.json': 'jsonl',
};

/**
 * The rows of a file, in the format its name or `format` says; those of a long one are read anew each time they are asked for.
 *
 * @throws ImportRefusedError when the file cannot be read, now or while its rows are.
 */
export async function openRows(
  file: string,
  columns: ColumnMap,
  { format, ...reading }: Reading & { readonly format?: ImportFormat } = {},
): Promise<RawRows> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new ImportRefusedError(problem('refused.noFile', { file }));
  const kind = format ?? FORMAT_OF[extname(file).toLowerCase()];
  if (!kind) throw new ImportRefusedError(problem('refused.noFormat', { file }));
  if (found.size === 0) throw new ImportRefusedError(problem('refused.empty'));
  const rows = rowsOf(bytesOfFile(file), kind, columns, reading);
  return { [Symbol.asyncIterator]: () => orRefused(file, rows) };
}

/**
 * The rows of bytes in a format; those of a long list are read anew each time they are asked for.
 *
 * @throws ImportRefusedError when sheets are named where there are none, or the bytes cannot be read, while their rows are.
 */
export function rowsOf(
  bytes: Bytes,
  format: ImportFormat,
  columns: ColumnMap,
  reading: Reading = {},
): RawRows {
  const { sheets = [] } = reading;
  if (sheets.length > 0 && format !== 'xlsx' && format !== 'ods') {
    throw new ImportRefusedError(problem('refused.noSheets'));
  }
  const read = READERS[format];
  const isShort = async () => (await bytes.count()) <= LARGEST_KEPT[format];
  return keptRows({ [Symbol.asyncIterator]: () => read(bytes, columns, reading) }, isShort);
}

/** Bytes of files of which the rows are perhaps few enough to be kept; workbooks are packed to some fifth of their texts. */
const LARGEST_KEPT: Record<ImportFormat, number> = {
  csv: 24_000_000,
  xlsx: 5_000_000,
  ods: 5_000_000,
  jsonl: 24_000_000,
};

type Reader = (
  bytes: Bytes,
  columns: ColumnMap,
  reading: Reading,
) => AsyncGenerator<RawRow | Remark>;

const READERS: Record<ImportFormat, Reader> = {
  csv: csvRows,
  xlsx: workbookRows,
  ods: workbookRows,
  jsonl: jsonlRows,
};

/** Rows of a workbook, whose content and not whose name tells which kind it is. */
async function* workbookRows(
  bytes: Bytes,
  columns: ColumnMap,
  reading: Reading,
): AsyncGenerator<RawRow | Remark> {
  const archive = await Archive.open(bytes);
  try {
    yield* archive.has('mimetype')
      ? bookRows(await OdsBook.of(archive), columns, reading)
      : bookRows(await Workbook.of(archive), columns, reading);
  } finally {
    archive.close();
  }
}

/** How zipped files begin, and compound files of older office programs. */
const PACKED = ['504b0304', '504b0506', 'd0cf11e0'];
/** How a spreadsheet of OpenDocument says what it is, in its first part, which is not compressed. */
const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
/** How files begin that are no lists: PDF, PNG, JPEG, GIF, RTF, gzip, 7-Zip, RAR. */
const NO_LISTS = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '7b5c727466',
  '1f8b',
  '377abcaf',
  '52617221',
];
/** A page saved from a browser, or a mail program's letter. */
const MARKUP = /^\s*<(?:!doctype|html|\?xml)/iu;
/** An object, or a list of objects, of which the reader says that it is no JSON Lines. */
const JSON_TEXT = /^\s*(?:\{|\[\s*(?:\{|\]\s*$))/u;
/** Bytes by which a format is told. */
export const SNIFFED = 4_096;

/**
 * The format of a file by its first bytes, whatever its name says: a workbook is a zipped file, a line of JSON Lines
 * begins with a brace, and all other text is separated.
 *
 * @throws ImportRefusedError when it is no list at all
 */
export function formatOf(start: Buffer): ImportFormat {
  const hex = start.subarray(0, 8).toString('hex');
  if (start.length === 0) throw new ImportRefusedError(problem('refused.empty'));
  if (PACKED.some((mark) => hex.startsWith(mark))) {
    return start.toString('latin1').includes(OPEN_DOCUMENT) ? 'ods' : 'xlsx';
  }
  if (NO_LISTS.some((mark) => hex.startsWith(mark)))
    throw new ImportRefusedError(problem('refused.noList'));
  const text = start.toString(hex.startsWith('fffe') ? 'utf16le' : 'utf8').replace(/^\ufeff/u, '');
  if (MARKUP.test(text)) throw new ImportRefusedError(problem('refused.noList'));
  return JSON_TEXT.test(text) ? 'jsonl' : 'csv';
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
