/** Imports a file in a process of its own, so that its peak memory is the import's alone. */
import { ColumnMap, directoryEntities, importProfiles, openRows } from '#directory';
import { Database } from '#database';
import { systemViewer } from '#identity';

const [file, network, url] = process.argv.slice(2);
const database = await Database.open({ databaseUrl: url, databasePool: 4 }, directoryEntities);
const columns = new ColumnMap();
const start = performance.now();
const report = await importProfiles(database, {
  by: systemViewer('bench'),
  rows: await openRows(file, columns),
  columns,
  network,
  today: new Date(),
  onRejects: (rejects) => {
    throw new Error(`A row of the bench was rejected: ${rejects[0].reason}`);
  },
});
const seconds = (performance.now() - start) / 1_000;
await database.close();
const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ report, seconds, peakMegabytes }));
