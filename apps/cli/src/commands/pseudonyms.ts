import { JobRunner } from '#database';
import { PseudonymService } from '#directory';
import { OPERATOR } from '#identity';
import { withApplication } from '../with-application.js';

/** Makes the classes of women with a code name anew, and brings the search index in step. */
export async function renewPseudonyms(): Promise<void> {
  await withApplication(async (app) => {
    const pseudonyms = app.get(PseudonymService);
    const jobs = app.get(JobRunner);
    const { classes, women, waiting } = await pseudonyms.renew(OPERATOR);
    await jobs.drain();
    console.log(
      `${women} women with a code name show the same as at least four others. Classes: ${classes}.`,
    );
    console.log(`Women who show only a code name: ${waiting}.`);
  });
}
