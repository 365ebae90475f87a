import { OPERATOR } from '#identity';
import { InvalidInputError, isDay } from '#kernel';
import { CommandFailure, terminalLanguage } from '#runtime';
import type { Locale } from '#vocabulary';
import {
  ActorService,
  NetworkImport,
  ObservationService,
  printed,
  readNetworkFile,
  REPORT_FORMATS,
  reportFile,
  ReportService,
  type PrintedCell,
  type PrintedReport,
  type SheetRow,
} from '#wps';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Format } from '../format-option.js';
import { readJsonObject } from '../need-file.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/**
 * Brings actors, memberships, offices, meetings, indicators and forms from a JSON file into the directory, all of them or none.
 *
 * @param options with `unchecked` for a file with words that nobody has compared with their document: it is not taken by chance
 */
export async function importNetwork(
  file: string,
  options: { dryRun?: boolean; unchecked?: boolean },
): Promise<void> {
  const { dryRun = false } = options;
  const facts = await readJsonObject(file, 'a network');
  await withApplication(async (app) => {
    try {
      const network = app.get(NetworkImport);
      const read = readNetworkFile(facts);
      if (!dryRun && !options.unchecked) {
        const { unchecked } = await network.apply(OPERATOR, read, true);
        if (unchecked.length > 0) {
          throw new CommandFailure(
            [
              'Nothing was written:',
              ...uncheckedLines(unchecked),
              'To import them with this mark, add --unchecked.',
            ].join('\n'),
          );
        }
      }
      const { unchecked, ...written } = await network.apply(OPERATOR, read, dryRun);
      if (dryRun) console.log('Nothing was written: this is what would be.');
      for (const [what, { created, changed, unchanged }] of Object.entries(written)) {
        console.log(
          `${what.padEnd(10)} created ${created}, changed ${changed}, unchanged ${unchanged}`,
        );
      }
      if (unchecked.length > 0) console.log(uncheckedLines(unchecked).join('\n'));
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const lines = error
        .fieldsIn(terminalLanguage())
        .map(({ path, message }) => `  ${path || 'file'}: ${message}`);
      throw new CommandFailure(['Nothing was written:', ...lines].join('\n'));
    }
  });
}

function uncheckedLines(codes: readonly string[]): string[] {
  return [
    `Wording not checked against the document, of ${codes.length} indicators and forms:`,
    `  ${codes.join(', ')}`,
    'Every report by them prints this mark, until "baraza wps checked" says with what they were compared.',
  ];
}

interface ReportOptions {
  readonly actor: string;
  readonly from: string;
  readonly until: string;
  readonly format: Format;
}

/** Prints what an actor has observed by a framework, or its report by a form. */
export async function report({
  framework,
  form,
  language,
  write,
  ...options
}: ReportOptions & {
  readonly framework?: string;
  readonly form?: string;
  readonly language: Locale;
  readonly write?: string;
}): Promise<void> {
  for (const day of [options.from, options.until].filter((each) => !isDay(each))) {
    throw new CommandFailure(`"${day}" is not a day: write it as 2026-11-30.`);
  }
  if (form !== undefined) return reportByForm(form, language, write ?? null, options);
  if (framework !== undefined) return reportByFramework(framework, options);
  throw new CommandFailure('Name a framework (--framework) or a form (--form).');
}

/** A row for each indicator of a framework. What is missing is printed as a gap, with the office that owes it. */
async function reportByFramework(
  framework: string,
  { actor, from, until, format }: ReportOptions,
): Promise<void> {
  await withApplication(async (app) => {
    const service = app.get(ObservationService);
    const actors = app.get(ActorService);
    const whose = await actors.byCode(OPERATOR, actor);
    const rows = await service.sheet(OPERATOR, actor, framework, { from, until });
    if (rows.length === 0) {
      throw new CommandFailure(
        `There is no framework "${framework}" with indicators. Bring one in: baraza wps import FILE`,
      );
    }
    const owedBy = actors.presentOffice(whose) ?? actor;
    printList(
      {
        head: ['indicator', 'text', 'value', 'until', 'status', 'source', 'caveat', 'wording'],
        rows: rows.map((row) => cellsOf(row, owedBy)),
        widths: [9, 'rest', 12, 10, 9, 16, 18, 11],
      },
      format,
      { actor, framework, from, until, gapsOwedBy: owedBy, rows },
    );
  });
}

/** The report of an actor by a form, as it was submitted or as of now. */
async function reportByForm(
  form: string,
  language: Locale,
  file: string | null,
  { actor, from, until, format }: ReportOptions,
): Promise<void> {
  const ending = file && extname(file).slice(1);
  const written = REPORT_FORMATS.find((each) => each === ending);
  if (file && !written) {
    throw new CommandFailure(`"${file}" ends with none of: ${REPORT_FORMATS.join(', ')}.`);
  }
  await withApplication(async (app) => {
    const service = app.get(ReportService);
    const found = await service.byForm(OPERATOR, { actor, form, from, until });
    if (!found) {
      throw new CommandFailure(
        `${actor} has begun no report by the form "${form}" from ${from} to ${until}. Its focal point begins one (beginWpsReport).`,
      );
    }
    const as = written ?? (format === 'table' ? null : format);
    if (as === null) return console.log(linesOf(printed(found, language)).join('\n'));
    const { body } = await reportFile(found, as, language);
    if (file) await writeFile(file, body);
    else process.stdout.write(`${body as string}\n`);
  });
}

function linesOf({ title, head, sections, comments }: PrintedReport): string[] {
  const ofCell = ({ title: asked, table, lines }: PrintedCell) => [
    `  ${asked}`,
    ...(table?.rows ?? []).map(
      (row) =>
        `    - ${row.flatMap((value, i) => (value ? [`${table!.columns[i]}: ${value}`] : [])).join('; ')}`,
    ),
    ...lines.map((line) => `    ${line}`),
  ];
  return [
    title,
    ...head,
    ...sections.flatMap((section) => ['', section.title, ...section.cells.flatMap(ofCell)]),
    ...(comments.lines.length > 0 ? ['', comments.title, ...comments.lines] : []),
  ];
}

function cellsOf({ indicator, observation, caveats }: SheetRow, owedBy: string): string[] {
  const named = [indicator.code, indicator.text.en ?? Object.values(indicator.text)[0] ?? ''];
  const wording = indicator.checked ? '' : 'not checked';
  if (observation === null) return [...named, 'GAP', '', '', `owed by ${owedBy}`, '', wording];
  const { value, text, until, status, source } = observation;
  const told = caveats.map((caveat) => {
    const { framework, code } = caveat.indicator;
    return `${framework.code} ${code}: ${caveat.note ?? caveat.fit}`;
  });
  return [...named, value ?? text ?? '', until, status, source, told.join(' '), wording];
}
