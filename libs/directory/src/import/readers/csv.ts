import { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { ImportRefusedError } from '../import-refused-error.js';
import { textOf } from './encoding.js';
import { LONGEST_ROW, type RawRow, type RawRows } from './raw-row.js';

const DELIMITERS = [',', ';', '\t'] as const;

interface Parsed {
  readonly record: string[];
  readonly info: Info;
}

/** Rows of comma, semicolon or tab separated text; the first record that is not empty is the header. */
export async function* csvRows(file: string): RawRows {
  const text = textOf(file);
  const start = await firstPiece(text);
  if (start.trim() === '') throw new ImportRefusedError('The file is empty.');
  const skipped: { line: number; reason: string }[] = [];
  const parser = parse({
    delimiter: delimiterOf(start),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error?: CsvError) => {
      skipped.push({ line: Number(error?.lines ?? 0), reason: reasonOf(error) });
      return undefined;
    },
  });
  const source = Readable.from(rejoined(start, text));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);

  let header: string[] | null = null;
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    for (const { reason } of skipped.splice(0)) yield brokenRow(line, reason);
    const number = line;
    line = info.lines + 1;
    if (header) yield toRow(number, header, record);
    else header = record.map((name) => name.trim());
  }
  for (const { reason } of skipped.splice(0)) yield brokenRow(line, reason);
}

function toRow(number: number, header: readonly string[], record: readonly string[]): RawRow {
  const beyond = record.slice(header.length).some((cell) => cell.trim() !== '');
  if (beyond) {
    const broken = `The row has ${record.length} columns and the header ${header.length}: perhaps a quotation mark is missing.`;
    return { number, cells: new Map(), broken };
  }
  const cells = header.map((name, i) => [name, record[i] ?? ''] as const);
  return { number, cells: new Map(cells.filter(([name]) => name !== '')) };
}

function brokenRow(number: number, broken: string): RawRow {
  return { number, cells: new Map(), broken };
}

function reasonOf(error: CsvError | undefined): string {
  if (error?.code === 'CSV_MAX_RECORD_SIZE') return 'The row is larger than a million characters.';
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened and never closed.';
  return 'The row cannot be read: perhaps a quotation mark is missing or one too many.';
}

/** Enough text to see the header. */
async function firstPiece(text: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (start.length < 64 * 1024) {
    const { value, done } = await text.next();
    if (done) break;
    start += value;
  }
  return start;
}

async function* rejoined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** The delimiter that the header has most of, outside quotation marks. */
function delimiterOf(start: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of start.trimStart()) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? ',';
}
