import { OPERATOR } from '#identity';
import { InvalidInputError } from '#kernel';
import { CommandFailure } from '#runtime';
import { NetworkImport, readNetworkFile } from '#wps';
import { readJsonObject } from '../need-file.js';
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
