import { CsvRecords } from '#directory';
import { OPERATOR } from '#identity';
import { csvLine, InvalidInputError } from '#kernel';
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
import { readText } from '../input-file.js';
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
  const list = readList(
    await readText(file),
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

interface List {
  readonly header: readonly string[];
  readonly lines: readonly ObservationLine[];
  /** Lines that are no line of a table. */
  readonly broken: readonly LineReject[];
  /** The cells of each line, by its number. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
}

/** @throws CommandFailure where the header lacks what it needs */
function readList(text: string, check: (header: readonly string[]) => void): List {
  const plain = text.replace(/^\uFEFF/u, '');
  const [first = ''] = plain.split(/\r?\n/u, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  const [head, ...rest] = [...new CsvRecords(delimiter).add(plain, true)];
  const header = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  try {
    check(header);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const told = error
      .fieldsIn(terminalLanguage())
      .map(({ path, message }) => `  ${path}: ${message}`);
    throw new CommandFailure(['Nothing was written:', ...told].join('\n'));
  }
  const lines: ObservationLine[] = [];
  const broken: LineReject[] = [];
  const cells = new Map<number, readonly string[]>();
  for (const [i, record] of rest.entries()) {
    const line = i + 2;
    if (record.cells.every((cell) => cell.trim() === '') && !record.broken) continue;
    cells.set(line, record.cells);
    if (record.broken || record.cells.length > header.length) {
      const message = record.broken ? refusal('wps.quotationOpen') : refusal('wps.moreCells');
      broken.push({ line, column: header[0] ?? '', message });
    } else {
      const named = header.map((name, at) => [name, record.cells[at] ?? '']);
      const of = Object.fromEntries(named) as Partial<Record<ObservationColumn, string>>;
      lines.push({ line, cells: of });
    }
  }
  return { header, lines, broken, cells };
}

/** The lines that were not taken, as they stood in the file, each with its number and everything that is wrong with it. */
function asCsv({ header, cells }: List, rejects: readonly LineReject[]): string {
  const numbers = [...new Set(rejects.map(({ line }) => line))];
  const rows = numbers.map((number) => {
    const why = rejects
      .filter(({ line }) => line === number)
      .map(({ column, message }) => `${column}: ${say(message, terminalLanguage())}`);
    const own = cells.get(number) ?? [];
    return csvLine([...header.map((_, i) => own[i] ?? ''), number, why.join(' ')]);
  });
  return [csvLine([...header, 'line', 'reason']), ...rows].join('');
}
