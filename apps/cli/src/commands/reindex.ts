import { IndexSync } from '#search';
import { Database } from '#database';
import { CommandFailure } from '#runtime';
import { directorySize } from '#directory';
import { progress } from '../progress.js';
import { withApplication } from '../with-application.js';

/** Builds a fresh index beside the live one and swaps them; searches go on meanwhile. */
export async function reindex(): Promise<void> {
  await withApplication(async (app) => {
    const database = app.get(Database);
    const indexSync = app.get(IndexSync);
    const { mediators } = await directorySize(database);
    const bar = progress('Indexing', mediators);
    await indexSync.rebuild((done) => bar.update(done));
    bar.stop();
    console.log('The new index is live.');
    const { setAside } = await indexSync.backlog();
    if (setAside.length > 0) {
      throw new CommandFailure(
        `The index rejected ${setAside.length} profiles, so no search finds them: baraza doctor names them.`,
      );
    }
  });
}
