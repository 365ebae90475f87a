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
import { benchAttack } from './attack.js';
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
    // One client asks for all: what is measured is not how it is held back.
    BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000000000',
    BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '1000000',
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
    const attack = onlyMatching ? null : await attacked(settings, rooms.database.url);
    return { size, filled, matching, searches, attack };
  } finally {
    await rooms.close();
  }
}

/** With the limits as they are, and search in PostgreSQL, where a brief costs most. */
async function attacked(env, url) {
  const {
    BARAZA_ANONYMOUS_COST_PER_MINUTE: _,
    BARAZA_ANONYMOUS_PROFILES_PER_HOUR: __,
    ...rest
  } = env;
  const settings = loadSettings({ ...rest, DATABASE_URL: url, BARAZA_TRUST_PROXY: '127.0.0.1' });
  const rooms = await openRooms(settings);
  try {
    await rooms.pools.catchUp();
    const api = await createApi(settings, rooms);
    rooms.identity.allowances.usage.start();
    try {
      await api.listen(0, '127.0.0.1');
      return await benchAttack(await api.getUrl());
    } finally {
      await api.close();
      await rooms.identity.allowances.usage.stop();
    }
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
