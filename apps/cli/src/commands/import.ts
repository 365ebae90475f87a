import { Vault } from '#vault';
import { Database, JobRunner } from '#database';
import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  ColumnMap,
  ImportRefusedError,
  importProfiles,
  mappingText,
  openRows,
  readMapping,
  RejectsFile,
  sayRemark,
  type ImportFormat,
  type ImportReport,
  type Mapping,
} from '#directory';
import { OPERATOR } from '#identity';
import { say, translator, type Problem } from '#messages';
import { CommandFailure, keepHeapSmall, terminalLanguage } from '#runtime';
import { type DateOrder, type Locale } from '#vocabulary';
import { agrees, TERMINAL } from '../confirm.js';
import { askAbout, type ImportChoices } from '../import-dialog.js';
import {
  checkRejectsPath,
  isSameFile,
  STANDARD_INPUT,
  withStandardInputAsFile,
} from '../input-file.js';
import { progress } from '../progress.js';
import { withApplication } from '../with-application.js';

interface ImportOptions {
  readonly network: string;
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly format?: ImportFormat;
  readonly rejects?: string;
  readonly sheet?: readonly string[];
  readonly joinNames?: string;
  readonly interactive?: boolean;
  readonly dateOrder?: DateOrder;
  readonly language?: Locale;
}

const SOME_REJECTED = 2;
const SOME_LEFT_OUT = 3;

/**
 * Imports a file and prints what came of it. The exit code is 0 when the whole file was accepted, 2 when
 * some rows were not (those are in the rejects file, also after a dry run), and 3 when all rows were but
 * some part of the file was left out.
 */
export async function importFile(named: string, given: ImportOptions): Promise<void> {
  const options = { ...given, language: given.language ?? terminalLanguage() };
  keepHeapSmall();
  try {
    if (named !== STANDARD_INPUT) return await importFrom(named, named, options);
    if (options.interactive) {
      throw new CommandFailure(
        '--interactive needs the list in a file: standard input is the terminal.',
      );
    }
    if (options.format === undefined) {
      throw new CommandFailure('Standard input needs --format: csv, xlsx, ods or jsonl.');
    }
    // Readers go through a file twice, and into a workbook here and there.
    await withStandardInputAsFile(async (kept) => importFrom(kept, 'standard-input', options));
  } catch (error) {
    if (!(error instanceof ImportRefusedError)) throw error;
    throw new CommandFailure(refusal(error.problem, options.language));
  }
}

/** Why the file is refused, and by which option of this command it can be helped. */
function refusal(problem: Problem, language: Locale): string {
  const said = say(problem, language);
  const hint = HINTS.find(([codes]) => codes.test(problem.code))?.[1];
  return hint === undefined ? said : `${said} ${translator('import', language)(hint)}`;
}

const HINTS = [
  [/^refused\.(?:severalSheets|hiddenSheet)$/u, 'hint.sheets'],
  [
    /^refused\.(?:noHeader|nearlyHeader|noNames|doubled|doubledBySheet|unclearSafety|unclearConsent|negatedConsent)$/u,
    'hint.mapping',
  ],
] as const;

type Spoken = ImportOptions & { readonly language: Locale };

/** @param named whose name the rejects file has */
async function importFrom(file: string, named: string, options: Spoken): Promise<void> {
  const given = { mapping: await mappingOf(options), sheets: options.sheet ?? [] };
  if (!options.interactive) return importAs(file, named, given, options);
  const { format, language } = options;
  const kept = options.mapping ?? join(dirname(named), `${stemOf(named)}.mapping.json`);
  if (options.mapping === undefined && (await stat(kept).catch(() => null))) {
    throw new CommandFailure(
      `The answers would be kept in ${kept}, which is there already: give it with --mapping, or move it.`,
    );
  }
  const chosen = await askAbout({ file, format, language }, given, TERMINAL);
  const t = translator('import', language);
  await writeFile(kept, mappingText(chosen.mapping), { mode: 0o600 });
  console.error(t('ask.kept', { file: kept }));
  await importAs(file, named, chosen, { ...options, dryRun: true });
  if (options.dryRun) return;
  if (await agrees(t('ask.import'), TERMINAL)) await importAs(file, named, chosen, options);
}

async function importAs(
  file: string,
  named: string,
  { mapping, sheets }: ImportChoices,
  options: Spoken,
): Promise<void> {
  const columns = new ColumnMap(mapping);
  const rows = await openRows(file, columns, { format: options.format, sheets });
  const rejects = new RejectsFile(
    await rejectsPath(file, named, options.rejects),
    options.language,
  );
  const beside = new RejectsFile(besideOf(named), options.language);
  await withApplication(async (app) => {
    const database = app.get(Database);
    const vault = app.get(Vault);
    const jobs = app.get(JobRunner);
    const bar = progress('Rows read', 0);
    try {
      const report = await importProfiles(
        { database, vault },
        {
          by: OPERATOR,
          rows,
          file,
          columns,
          network: options.network,
          today: new Date(),
          dryRun: options.dryRun,
          onProgress: (done) => bar.update(done),
          onRejects: (found) => rejects.write(found),
        },
      );
      if (!options.dryRun) await jobs.drain();
      bar.stop();
      await rejects.removeOld();
      if (!(await isSameFile(beside.path, rejects.path))) await beside.removeOld();
      console.log(asText(report, options, rejects.path));
      process.exitCode = exitCode(report);
    } finally {
      bar.stop();
      await rejects.close();
    }
  });
}

const NO_MAPPING: Mapping = { columns: {}, defaults: {} };

/** What the mapping file says; what the options say counts before it. */
async function mappingOf({ mapping, joinNames, dateOrder }: Spoken): Promise<Mapping> {
  const read = withNames(mapping ? await readMapping(mapping) : NO_MAPPING, joinNames);
  return dateOrder === undefined ? read : { ...read, dateOrder };
}

/** The mapping with the columns of first and last name, given by their headers with a comma between. */
function withNames(mapping: Mapping, joined?: string): Mapping {
  if (joined === undefined) return mapping;
  const [first, last, ...others] = joined.split(',').map((header) => header.trim());
  if (!first || !last || others.length > 0) {
    throw new CommandFailure(
      '--join-names takes two headers: the first name, a comma, and the last name.',
    );
  }
  const columns = { ...mapping.columns, [first]: 'given_name', [last]: 'family_name' };
  return { ...mapping, columns };
}

function stemOf(file: string): string {
  return basename(file, extname(file));
}

function besideOf(file: string): string {
  return join(dirname(file), `${stemOf(file)}.rejects.csv`);
}

/** Beside the file, as `members.rejects.csv`, or where it is wanted; never the file itself. */
async function rejectsPath(file: string, named: string, wanted?: string): Promise<string> {
  const path = wanted ?? besideOf(named);
  await checkRejectsPath(file, path);
  return path;
}

function asText(report: ImportReport, options: Spoken, rejects: string): string {
  const { network, dryRun, language } = options;
  const t = translator('import', language);
  const counts = (['created', 'updated', 'unchanged', 'rejected'] as const).map(
    (name) => [t(`report.${name}`), String(report[name])] as const,
  );
  const width = Math.max(...counts.map(([name]) => name.length));
  const rows = t('report.rows', { network, rows: String(report.rows) });
  const lines = [
    dryRun ? `${rows} ${t('report.dryRun')}` : rows,
    ...counts.map(([name, count]) => `  ${name.padEnd(width)} ${count.padStart(8)}`),
  ];
  for (const name of ['unlisted', 'incomplete'] as const) {
    if (report[name] > 0) lines.push(t(`report.${name}`, { count: String(report[name]) }));
  }
  for (const fate of ['left out', 'noted'] as const) {
    const found = report.remarks.filter((remark) => remark.fate === fate);
    if (found.length > 0) lines.push(t(fate === 'noted' ? 'report.noted' : 'report.leftOut'));
    lines.push(...found.map((remark) => `  ${sayRemark(remark, language)}`));
  }
  if (report.rejected > 0) lines.push(t('report.rejects', { file: rejects }));
  return lines.join('\n');
}

function exitCode({ rejected, remarks }: ImportReport): number {
  if (rejected > 0) return SOME_REJECTED;
  return remarks.some(({ fate }) => fate === 'left out') ? SOME_LEFT_OUT : 0;
}
