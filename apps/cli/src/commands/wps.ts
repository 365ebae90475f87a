import { OPERATOR } from '#identity';
import { InvalidInputError, isDay } from '#kernel';
import { CommandFailure } from '#runtime';
import {
  ActorService,
  NetworkImport,
  ObservationService,
  presentOffice,
  readNetworkFile,
  type SheetRow,
} from '#wps';
import type { Format } from '../format-option.js';
import { readJsonObject } from '../need-file.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Brings actors, memberships, offices, meetings and indicators from a JSON file into the directory, all of them or none. */
export async function importNetwork(file: string, options: { dryRun?: boolean }): Promise<void> {
  const { dryRun = false } = options;
  const facts = await readJsonObject(file, 'a network');
  await withApplication(async (app) => {
    try {
      const report = await app.get(NetworkImport).apply(OPERATOR, readNetworkFile(facts), dryRun);
      if (dryRun) console.log('Nothing was written: this is what would be.');
      for (const [what, { created, changed, unchanged }] of Object.entries(report)) {
        console.log(
          `${what.padEnd(10)} created ${created}, changed ${changed}, unchanged ${unchanged}`,
        );
      }
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const lines = error.problems.map(({ path, message }) => `  ${path || 'file'}: ${message}`);
      throw new CommandFailure(['Nothing was written:', ...lines].join('\n'));
    }
  });
}

/** Prints a row for each indicator of a framework. What is missing is printed as a gap, with the office that owes it. */
export async function reportByFramework(options: {
  actor: string;
  framework: string;
  from: string;
  until: string;
  format: Format;
}): Promise<void> {
  const { actor, framework, from, until, format } = options;
  for (const day of [from, until].filter((each) => !isDay(each))) {
    throw new CommandFailure(`"${day}" is not a day: write it as 2026-11-30.`);
  }
  await withApplication(async (app) => {
    const service = app.get(ObservationService);
    const whose = await app.get(ActorService).byCode(OPERATOR, actor);
    const rows = await service.sheet(OPERATOR, actor, framework, { from, until });
    if (rows.length === 0) {
      throw new CommandFailure(
        `There is no framework "${framework}" with indicators. Bring one in: baraza wps import FILE`,
      );
    }
    const owedBy = presentOffice(whose) ?? actor;
    printList(
      {
        head: ['indicator', 'text', 'value', 'until', 'status', 'source', 'caveat'],
        rows: rows.map((row) => cellsOf(row, owedBy)),
        widths: [9, 'rest', 12, 10, 9, 16, 18],
      },
      format,
      { actor, framework, from, until, gapsOwedBy: owedBy, rows },
    );
  });
}

function cellsOf({ indicator, observation, caveats }: SheetRow, owedBy: string): string[] {
  const named = [indicator.code, indicator.text.en ?? Object.values(indicator.text)[0] ?? ''];
  if (observation === null) return [...named, 'GAP', '', '', `owed by ${owedBy}`, ''];
  const { value, text, until, status, source } = observation;
  const told = caveats.map((caveat) => {
    const { framework, code } = caveat.indicator;
    return `${framework.code} ${code}: ${caveat.note ?? caveat.fit}`;
  });
  return [...named, value ?? text ?? '', until, status, source, told.join(' ')];
}
