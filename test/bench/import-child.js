/** Imports a file in a process of its own, so that its peak memory is the import's alone. */
import { loadSettings } from '#config';
import { ColumnMap, directoryEntities, importProfiles, openRows, sayReject } from '#directory';
import { Database } from '#database';
import { identityEntities, systemViewer } from '#identity';
import { keepHeapSmall } from '#runtime';
import { Vault, vaultEntities } from '#vault';

const [file, network, url] = process.argv.slice(2);
const database = await Database.open({ databaseUrl: url, databasePool: 4 }, [
  ...vaultEntities,
  ...identityEntities,
  ...directoryEntities,
]);
// Only where the key lies is of interest here.
const { BARAZA_DATA_DIR } = process.env;
const vault = await Vault.open(database, loadSettings({ BARAZA_DATA_DIR }));
// As the command does.
keepHeapSmall();
const columns = new ColumnMap();
const before = process.cpuUsage();
const start = performance.now();
const report = await importProfiles(
  { database, vault },
  {
    by: systemViewer('bench'),
    rows: await openRows(file, columns),
    columns,
    network,
    today: new Date(),
    onRejects: (rejects) => {
      throw new Error(`A row of the bench was rejected: ${sayReject(rejects[0], 'en').reason}`);
    },
  },
);
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1e6;
await database.close();
const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ report, seconds, processor, peakMegabytes }));
