/**
 * Measures Baraza side by side with what it is compared to, in one run, and writes
 * docs/benchmarks.md. `npm run bench`, or `npm run bench -- 10000` for one size, which writes nothing.
 * With MEILISEARCH_URL set, search is measured there too.
 */
import './as-production.js';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '#config';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { openRooms } from '../../dist/apps/api/src/rooms.js';
import { buildIndex, fillDirectory } from './directory.js';
import { benchMatching } from './matching.js';
import { report } from './report.js';
import { benchSearching } from './searching.js';
import { benchStarting } from './starting.js';

/** Rounds of each comparison; fewer where one takes long. */
const roundsOf = (size) => (size > 20_000 ? 12 : 40);
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
  const settings = {
    BARAZA_DATA_DIR: join(folder, String(size)),
    BARAZA_DATABASE_POOL: '10',
    BARAZA_DEMO: 'off',
    BARAZA_WORKER: 'off',
  };
  const rooms = await openRooms(loadSettings(settings));
  try {
    const filled = await fillDirectory(rooms, size, folder);
    console.error('  imported and loaded');
    const matching = await benchMatching(rooms, roundsOf(size));
    console.error('  matched');
    const searches = [];
    for (const engine of engines()) {
      searches.push(
        await search({ ...settings, ...engine, DATABASE_URL: rooms.database.url }, size),
      );
    }
    return { size, filled, matching, searches };
  } finally {
    await rooms.close();
  }
}

/** PostgreSQL, and Meilisearch where a server is named. */
function engines() {
  const { MEILISEARCH_URL, MEILISEARCH_KEY } = process.env;
  const named = { MEILISEARCH_URL, MEILISEARCH_KEY, MEILISEARCH_INDEX: 'baraza-bench' };
  return MEILISEARCH_URL ? [{}, named] : [{}];
}

async function search(env, size) {
  const settings = loadSettings(env);
  const rooms = await openRooms(settings);
  try {
    const indexRate = await buildIndex(rooms);
    const api = await createApi(settings, rooms);
    try {
      await api.listen(0, '127.0.0.1');
      const times = await benchSearching(rooms, await api.getUrl(), roundsOf(size));
      console.error(`  searched in ${rooms.search.name}`);
      return { engine: rooms.search.name, indexRate, ...times };
    } finally {
      await api.close();
    }
  } finally {
    await rooms.close();
  }
}
