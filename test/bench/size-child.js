/**
 * One size, in a process of its own, so that nothing that another size left behind counts: compiled code,
 * heap, caches. Run by run.js; writes what was measured as JSON.
 */
import './as-production.js';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSettings } from '#config';
import { Allowances } from '#identity';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { benchAttack } from './attack.js';
import { anotherList, buildIndex, fillDirectory } from './directory.js';
import { benchFilter } from './filter-in-engine.js';
import { benchStaged } from './importing.js';
import { benchMatching, needsOf } from './matching.js';
import { benchSearching } from './searching.js';
import { openModules, servicesOf } from './services.js';

/** Rounds of each comparison; fewer where one takes long. */
const roundsOf = (size) => (size > 20_000 ? 12 : 40);
const [folder, into, wanted, only] = process.argv.slice(2);
const onlyMatching = only === 'matching';
/** Rows of a list that a coordinator uploads. */
const UPLOADED = 5_000;

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
  const app = await openModules(loadSettings(settings));
  const services = servicesOf(app);
  try {
    const filled = await fillDirectory(services, size, folder);
    console.error('  imported and loaded');
    if (only === 'import') {
      return { size, filled, staged: await staged(settings, services, size) };
    }
    const matching = await benchMatching(services, roundsOf(size));
    console.error('  matched');
    const needs = await needsOf(services);
    const searches = [];
    for (const engine of engines()) {
      const env = { ...settings, ...engine, DATABASE_URL: services.database.url };
      searches.push(await search(env, size, needs));
    }
    const attack = onlyMatching ? null : await attacked(settings, services.database.url);
    const uploaded = onlyMatching ? null : await staged(settings, services, size);
    return { size, filled, matching, searches, attack, staged: uploaded };
  } finally {
    await app.close();
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
  const api = await createApi(settings);
  try {
    await servicesOf(api).pools.catchUp();
    await api.listen(0, '127.0.0.1');
    api.get(Allowances).usage.start();
    return await benchAttack(await api.getUrl());
  } finally {
    await api.close();
  }
}

/** Last, for it adds women. The process that answers searches does all the work of the import, as a small deployment does. */
async function staged(env, services, size) {
  const list = async (nth) => anotherList(services, UPLOADED, join(folder, String(size)), nth);
  const api = await createApi(loadSettings({ ...env, DATABASE_URL: services.database.url }));
  try {
    await buildIndex(servicesOf(api));
    await api.listen(0, '127.0.0.1');
    const measured = await benchStaged(api, list);
    console.error('  uploaded, checked and applied');
    return measured;
  } finally {
    await api.close();
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
  const api = await createApi(settings);
  const services = servicesOf(api);
  const engine = services.search.name;
  try {
    const indexRate = await buildIndex(services);
    const filtered = env.MEILISEARCH_URL ? await filter(services, env, size, needs) : null;
    if (onlyMatching) return { engine, indexRate, filtered };
    await api.listen(0, '127.0.0.1');
    const times = await benchSearching(services, await api.getUrl(), roundsOf(size));
    console.error(`  searched in ${engine}`);
    return { engine, indexRate, filtered, ...times };
  } finally {
    await api.close();
  }
}

async function filter(services, env, size, needs) {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key, MEILISEARCH_INDEX: index } = env;
  await services.pools.catchUp();
  const times = await benchFilter(services, needs, { url, key, index }, roundsOf(size));
  console.error('  filtered in Meilisearch');
  return times;
}
