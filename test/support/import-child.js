/**
 * A process that imports and can be killed: `node import-child.js DATABASE_URL FILE NETWORK [PAUSE_AT]`.
 * It says "paused" and waits for ever once it has read PAUSE_AT rows. It uses the built modules, as the
 * command line does.
 */
import { loadSettings } from '#config';
import { Database } from '#database';
import { OPERATOR } from '#identity';
import { ColumnMap, importProfiles, openRows } from '#directory';
import { Vault } from '#vault';

const [databaseUrl, file, network, pauseAt] = process.argv.slice(2);
const database = await Database.open({ databaseUrl, dataDirectory: '', databasePool: 5 }, []);
const vault = await Vault.open(database, loadSettings(process.env));
const columns = new ColumnMap();
const report = await importProfiles(
  { database, vault },
  {
    by: OPERATOR,
    rows: pausing(await openRows(file, columns)),
    columns,
    network,
    today: new Date('2026-11-01T12:00:00Z'),
    batchSize: 50,
  },
);
process.stdout.write(JSON.stringify(report));
await database.close();

/** Pauses while the rows are read for the second time, which is when they are written. */
function pausing(rows) {
  let times = 0;
  return {
    async *[Symbol.asyncIterator]() {
      times += 1;
      let read = 0;
      for await (const row of rows) {
        if (times === 2 && read++ === Number(pauseAt)) {
          process.stdout.write('paused\n');
          await new Promise((resolve) => setTimeout(resolve, 2 ** 30));
        }
        yield row;
      }
    },
  };
}
