/**
 * Measures Baraza side by side with what it is compared to, in one run, and writes
 * docs/benchmarks.md. `npm run bench`, or `npm run bench -- 10000` for one size. With
 * MEILISEARCH_URL set, search is measured there, otherwise in PostgreSQL.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '#config';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { openRooms } from '../../dist/apps/api/src/rooms.js';
import { fillDirectory } from './directory.js';
import { benchMatching } from './matching.js';
import { report } from './report.js';
import { benchSearching } from './searching.js';
import { benchStarting } from './starting.js';

const ROUNDS = 40;
const sizes = process.argv.slice(2).map(Number);
const results = [];
const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-'));
// The account PostgreSQL runs under must be able to reach its own folder.
await chmod(folder, 0o755);
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) results.push(await bench(size));
  console.error('Starting the service twice');
  const starting = await benchStarting(join(folder, 'starting'));
  const page = report(results, starting);
  if (sizes.length === 0) {
    await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), page);
  }
  console.log(page);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function bench(size) {
  console.error(`${size} profiles`);
  const settings = loadSettings({
    ...process.env,
    DATABASE_URL: '',
    BARAZA_DATA_DIR: join(folder, String(size)),
    BARAZA_DEMO: 'off',
    MEILISEARCH_INDEX: 'baraza-bench',
    PORT: '0',
  });
  const rooms = await openRooms(settings);
  try {
    const filled = await fillDirectory(rooms, size, folder);
    console.error('  imported, indexed, loaded');
    const matching = await benchMatching(rooms, ROUNDS);
    console.error('  matched');
    const api = await createApi(settings, rooms);
    try {
      await api.listen(0, '127.0.0.1');
      const searching = await benchSearching(rooms, await api.getUrl(), ROUNDS);
      return { size, engine: rooms.search.name, filled, matching, searching };
    } finally {
      await api.close();
    }
  } finally {
    await rooms.close();
  }
}
