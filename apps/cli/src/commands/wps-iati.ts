import { OPERATOR } from '#identity';
import { csvLine, InvalidInputError } from '#kernel';
import { say } from '#messages';
import { CommandFailure, terminalLanguage } from '#runtime';
import {
  iatiYears,
  LicensedImport,
  readIatiActivities,
  type IatiAmounts,
  type IatiFile,
  type LineReject,
  type Sharing,
} from '#wps';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { checkRejectsPath } from '../input-file.js';
import { withApplication } from '../with-application.js';
import { tellObservations } from './wps-observations.js';

interface IatiOptions {
  readonly dryRun?: boolean;
  /** Where activities that were not taken are written. */
  readonly rejects?: string;
  /** What stands in the source of each observation. */
  readonly iati: string;
  readonly amounts?: IatiAmounts;
  readonly sharing?: Sharing;
}

/** Brings shares of money by the gender equality marker from a file of activities of IATI. */
export async function importIati(
  file: string,
  { dryRun = false, rejects, iati: edition, amounts = 'commitments', sharing = 'own' }: IatiOptions,
): Promise<void> {
  if (rejects !== undefined) await checkRejectsPath(file, rejects);
  const read = await readActivities(file, amounts);
  const years = iatiYears(read, { edition, amounts, sharing });
  await withApplication(async (app) => {
    const report = await app.get(LicensedImport).apply(OPERATOR, years, dryRun);
    tellObservations({ ...report, what: 'sums of money' }, dryRun);
    if (rejects !== undefined) await writeFile(rejects, asCsv(report.rejects));
  });
}

/** @throws CommandFailure for a file that cannot be read */
async function readActivities(file: string, amounts: IatiAmounts): Promise<IatiFile> {
  try {
    return await readIatiActivities(createReadStream(file), amounts);
  } catch (error) {
    if (error instanceof InvalidInputError) {
      throw new CommandFailure(
        `Nothing was written: ${error.fieldsIn(terminalLanguage())[0]!.message}`,
      );
    }
    throw new CommandFailure(`Cannot read ${file}: ${(error as Error).message}`);
  }
}

function asCsv(rejects: readonly LineReject[]): string {
  const rows = rejects.map(({ line, column, message }) =>
    csvLine([line, column, say(message, terminalLanguage())]),
  );
  return [csvLine(['line', 'column', 'reason']), ...rows].join('');
}
