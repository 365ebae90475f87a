/**
 * Measures Baraza side by side with what it is compared to, in one run, and writes
 * docs/benchmarks.md. `npm run bench`, or `npm run bench -- 10000` for one size, which writes nothing;
 * `npm run bench -- --only matching 10000` leaves out what is not about matching.
 * With MEILISEARCH_URL set, search and filtering are measured there too.
 */
import './as-production.js';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '#config';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { openRooms } from '../../dist/apps/api/src/rooms.js';
import { buildIndex, fillDirectory } from './directory.js';
import { benchFilter } from './filter-in-engine.js';
import { benchMatching, needsOf } from './matching.js';
import { benchPools } from './pools.js';
import { report } from './report.js';
import { benchSearching } from './searching.js';
import { benchStarting } from './starting.js';

/** Rounds of each comparison; fewer where one takes long. */
const roundsOf = (size) => (size > 20_000 ? 12 : 40);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const onlyMatching = values.only === 'matching';
const isWhole = positionals.length === 0 && !onlyMatching;
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
const results = [];
const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-'));
// The account PostgreSQL runs under must be able to reach its own folder.
await chmod(folder, 0o755);
try {
  for (const size of sizes) results.push(await bench(size));
  console.error('Pools filled directly');
  const pools = await benchPools();
  console.error('Starting the service twice');
  const starting = onlyMatching ? null : await benchStarting(join(folder, 'starting'));
  const page = report({ results, pools, starting });
  if (isWhole) await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), page);
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
    const needs = await needsOf(rooms);
    const searches = [];
    for (const engine of engines()) {
      const env = { ...settings, ...engine, DATABASE_URL: rooms.database.url };
      searches.push(await search(env, size, needs));
    }
    return { size, filled, matching, searches };
  } finally {
    await rooms.close();
  }
}

/** PostgreSQL, and Meilisearch where a server is named; of the former, matching asks nothing. */
function engines() {
  const { MEILISEARCH_URL, MEILISEARCH_KEY } = process.env;
  const named = { MEILISEARCH_URL, MEILISEARCH_KEY, MEILISEARCH_INDEX: 'baraza-bench' };
  return [...(onlyMatching ? [] : [{}]), ...(MEILISEARCH_URL ? [named] : [])];
}

async function search(env, size, needs) {
  const settings = loadSettings(env);
  const rooms = await openRooms(settings);
  try {
    const indexRate = await buildIndex(rooms);
    const filtered = env.MEILISEARCH_URL ? await filter(rooms, env, size, needs) : null;
    if (onlyMatching) return { engine: rooms.search.name, indexRate, filtered };
    const api = await createApi(settings, rooms);
    try {
      await api.listen(0, '127.0.0.1');
      const times = await benchSearching(rooms, await api.getUrl(), roundsOf(size));
      console.error(`  searched in ${rooms.search.name}`);
      return { engine: rooms.search.name, indexRate, filtered, ...times };
    } finally {
      await api.close();
    }
  } finally {
    await rooms.close();
  }
}

async function filter(rooms, env, size, needs) {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key, MEILISEARCH_INDEX: index } = env;
  await rooms.pools.catchUp();
  const times = await benchFilter(rooms, needs, { url, key, index }, roundsOf(size));
  console.error('  filtered in Meilisearch');
  return times;
}
