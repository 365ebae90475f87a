import { CsvRecords } from '#directory';
import { OPERATOR } from '#identity';
import { csvLine, InvalidInputError, MARKED_LIST, plainText } from '#kernel';
import { refusal, say } from '#messages';
import { CommandFailure, terminalLanguage } from '#runtime';
import {
  checkColumns,
  checkPaxColumns,
  LicensedImport,
  ObservationImport,
  paxYears,
  type LicensedImportReport,
  type ObservationImportReport,
  type LineReject,
  type ObservationColumn,
  type ObservationLine,
  type Sharing,
} from '#wps';
import { writeFile } from 'node:fs/promises';
import { checkRejectsPath, nameOf, readText } from '../input-file.js';
import { withApplication } from '../with-application.js';

const SOME_REJECTED = 2;
const DELIMITERS = [',', ';', '\t'] as const;

interface ObservationOptions {
  readonly dryRun?: boolean;
  /** Where the lines that were not taken are written. */
  readonly rejects?: string;
  /** The edition of a file of PA-X, such as `version 4`. */
  readonly paX?: string;
  /** With whom the observations of such a file are shared. */
  readonly sharing?: Sharing;
}

/** Brings observations from a CSV file. Lines that cannot be taken are told with their columns; the others are written. */
export async function importObservations(
  file: string,
  { dryRun = false, rejects: rejectsFile, paX: edition, sharing = 'own' }: ObservationOptions,
): Promise<void> {
  if (rejectsFile !== undefined) await checkRejectsPath(file, rejectsFile);
  const list = readList(
    await readText(file),
    nameOf(file),
    edition === undefined ? checkColumns : checkPaxColumns,
  );
  await withApplication(async (app) => {
    const report: ObservationImportReport & Partial<LicensedImportReport> =
      edition === undefined
        ? await app.get(ObservationImport).apply(OPERATOR, list.lines, dryRun)
        : await app
            .get(LicensedImport)
            .apply(OPERATOR, paxYears(list.lines, { edition, sharing }), dryRun);
    const rejects = [...list.broken, ...report.rejects].toSorted((a, b) => a.line - b.line);
    tellObservations({ ...report, rejects, what: 'agreements' }, dryRun);
    if (rejectsFile !== undefined) await writeFile(rejectsFile, asCsv(list, rejects));
  });
}

/** Tells what an import of observations did. @param told with `what` a licensed file has */
export function tellObservations(
  {
    created,
    corrected,
    unchanged,
    rejects,
    unknownStates,
    elsewhere,
    untold,
    what,
  }: ObservationImportReport & Partial<LicensedImportReport> & { readonly what: string },
  dryRun: boolean,
): void {
  if (dryRun) console.log('Nothing was written: this is what would be.');
  console.log(
    `observations created ${created}, corrected ${corrected}, unchanged ${unchanged}, rejected ${new Set(rejects.map(({ line }) => line)).size}`,
  );
  if (unknownStates) {
    console.log(`${what} without a state ${elsewhere}`);
    if (untold) {
      console.log(
        `activities that do not tell who carries them out, or of several kinds ${untold}`,
      );
    }
    if (unknownStates.length > 0) {
      console.log(`states that are no actors here: ${unknownStates.join(', ')}`);
    }
  }
  for (const { line, column, message } of rejects) {
    console.log(`  line ${line}, ${column}: ${say(message, terminalLanguage())}`);
  }
  if (rejects.length > 0) process.exitCode = SOME_REJECTED;
}

/** What a file of rejects has behind the columns of the list; `rest` is what stands in none of these. */
const REJECT_COLUMNS = ['line', 'reason', 'rest'] as const;

interface List {
  readonly header: readonly string[];
  readonly lines: readonly ObservationLine[];
  /** Lines that are no line of a table. */
  readonly broken: readonly LineReject[];
  /** The cells of each line, by its number. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
  /** What could not be read as cells of columns, by the number of the line. */
  readonly rest: ReadonlyMap<number, string>;
}

/**
 * A list, or a file of rejects once it is mended: its own columns behind those of the list are left out.
 *
 * @param name of the file, as messages tell it
 * @throws CommandFailure where the header lacks what it needs
 */
function readList(text: string, name: string, check: (header: readonly string[]) => void): List {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  const [head, ...records] = [...new CsvRecords(delimiter).add(text, true)];
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (names.every((cell) => cell === '')) {
    throw new CommandFailure(`${name} has no header: its first line names the columns.`);
  }
  const isMarked = names.includes(MARKED_LIST);
  const isOwn = (column: string) =>
    !isMarked || ![...REJECT_COLUMNS, MARKED_LIST].some((one) => one === column);
  const header = names.filter(isOwn);
  try {
    check(header);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const told = error
      .fieldsIn(terminalLanguage())
      .map(({ path, message }) => `  ${path || '(without a name)'}: ${message}`);
    throw new CommandFailure(['Nothing was written:', ...told].join('\n'));
  }
  const lines: ObservationLine[] = [];
  const broken: LineReject[] = [];
  const cells = new Map<number, readonly string[]>();
  const rest = new Map<number, string>();
  for (const [i, record] of records.entries()) {
    const line = i + 2;
    const all = isMarked ? record.cells.map(plainText) : record.cells;
    if (all.every((cell) => cell.trim() === '') && !record.broken) continue;
    const own = names.flatMap((column, at) => (isOwn(column) ? [all[at] ?? ''] : []));
    const beyond = all.filter(
      (cell, at) => cell !== '' && (at >= names.length || (isMarked && names[at] === 'rest')),
    );
    cells.set(line, own);
    rest.set(line, [...beyond, record.unread ?? ''].filter((part) => part !== '').join(delimiter));
    if (record.broken || beyond.length > 0) {
      const message = record.broken ? refusal('wps.quotationOpen') : refusal('wps.moreCells');
      broken.push({ line, column: header[0] ?? '', message });
    } else {
      const named = header.map((column, at) => [column, own[at] ?? '']);
      const of = Object.fromEntries(named) as Partial<Record<ObservationColumn, string>>;
      lines.push({ line, cells: of });
    }
  }
  return { header, lines, broken, cells, rest };
}

/**
 * The lines that were not taken, as they stood in the file, each with its number and everything that is wrong with it. Once
 * mended they can be imported as they are.
 */
function asCsv({ header, cells, rest }: List, rejects: readonly LineReject[]): string {
  const numbers = [...new Set(rejects.map(({ line }) => line))];
  const rows = numbers.map((number) => {
    const why = rejects
      .filter(({ line }) => line === number)
      .map(({ column, message }) => `${column}: ${say(message, terminalLanguage())}`);
    const own = cells.get(number) ?? [];
    return csvLine([
      ...header.map((_, i) => own[i] ?? ''),
      number,
      why.join(' '),
      rest.get(number) ?? '',
      '',
    ]);
  });
  return `\uFEFF${[csvLine([...header, ...REJECT_COLUMNS, MARKED_LIST]), ...rows].join('')}`;
}
