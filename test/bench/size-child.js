/**
 * One size, in a process of its own, so that nothing that another size left behind counts: compiled code,
 * heap, caches. Run by run.js; writes what was measured as JSON.
 */
import './as-production.js';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSettings } from '#config';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { openRooms } from '../../dist/apps/api/src/rooms.js';
import { buildIndex, fillDirectory } from './directory.js';
import { benchFilter } from './filter-in-engine.js';
import { benchMatching, needsOf } from './matching.js';
import { benchSearching } from './searching.js';

/** Rounds of each comparison; fewer where one takes long. */
const roundsOf = (size) => (size > 20_000 ? 12 : 40);
const [folder, into, wanted, only] = process.argv.slice(2);
const onlyMatching = only === 'matching';

await writeFile(into, JSON.stringify(await bench(Number(wanted))));

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
