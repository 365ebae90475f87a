/**
 * Load: what the api answers to traffic from a process of its own, beside servers that do nothing but give the same pages
 * from memory. Every answer is looked at: one with an error in it is told.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadSettings } from '#config';
import { buildIndex, fillDirectory } from '../directory.js';
import { percentile } from '../measure.js';
import { openModules, servicesOf } from '../services.js';
import { costReport, loadReport, memoryReport } from './report.js';
import { startClient, startServer } from './servers.js';
import { MIXED, PAGES } from './traffic.js';

const SIZES = [400, 20_000];
/** Connections of the traffic that is compared with other servers, and the rounds that are taken in turn. */
const COMPARED = { connections: 16, rounds: 5, seconds: 3 };
const CURVE = { connections: [5, 16, 50, 100, 200, 400], rounds: 3 };
const BEYOND = 1_000;
/** Until a server is as fast as one that runs. */
const WARM_SECONDS = 5;
const HELD = { seconds: 60, every: 10_000 };
/** A steady rate, so that a busy machine does not change how much is answered. */
const LONG = { every: 60_000, rate: 100 };

/** Everything, of the usual sizes, to docs/load.md; of other sizes it is printed only. */
export async function benchLoad(given) {
  const sizes = given.length > 0 ? given : SIZES;
  await withClient(async (client, folder) => {
    const results = [];
    for (const size of sizes) {
      results.push(
        await withDirectory(size, folder, async (engines) => ({
          size,
          compared: size === sizes[0] ? await compare(client, engines, size, folder) : null,
          curves: await curvesOf(client, engines),
        })),
      );
    }
    const page = loadReport(results);
    if (given.length === 0) {
      await writeFile(new URL('../../../docs/load.md', import.meta.url), page);
    }
    console.log(page);
  });
}

/** What the house costs at the first size, printed. */
export async function benchCost() {
  const [size] = SIZES;
  await withClient(async (client, folder) => {
    const cost = await withDirectory(size, folder, (engines) =>
      besideOthers(client, engines, size, folder, async () => ({})),
    );
    console.log(costReport(cost));
  });
}

/** Memory of one process over so many minutes of mixed traffic, printed. */
export async function benchMemory(minutes) {
  if (!(minutes >= 4))
    throw new Error('Memory is compared by quarters: measure 4 minutes or more.');
  const [size] = SIZES;
  await withClient(async (client, folder) => {
    const told = await withDirectory(size, folder, async ([{ name, env }]) => {
      const house = await startServer('house', { env });
      try {
        return { name, ...(await heldBy(client, house, { ...LONG, seconds: minutes * 60 })) };
      } finally {
        await house.close();
      }
    });
    console.log(memoryReport({ size, ...told }));
  });
}

async function withClient(work) {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-load-'));
  // The account PostgreSQL runs under must be able to reach its own folder.
  await chmod(folder, 0o755);
  const client = startClient();
  try {
    await work(client, folder);
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A directory of so many, and the engines that have its index. */
async function withDirectory(size, folder, work) {
  console.error(`${size} profiles`);
  const env = {
    BARAZA_DATA_DIR: join(folder, String(size)),
    BARAZA_DATABASE_POOL: '8',
    BARAZA_DEMO: 'off',
    BARAZA_WORKER: 'off',
    BARAZA_TRUST_PROXY: '127.0.0.1',
    // What is measured is not how one client is held back.
    BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000000000',
    BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '1000000',
  };
  const app = await openModules(loadSettings(env));
  try {
    await fillDirectory(servicesOf(app), size, folder);
    await buildIndex(servicesOf(app));
    env.DATABASE_URL = servicesOf(app).database.url;
    console.error('  filled');
    return await work(await enginesOf(env, size));
  } finally {
    await app.close();
  }
}

/** PostgreSQL, and Meilisearch where a server is named: name and environment. */
async function enginesOf(env, size) {
  const { MEILISEARCH_URL, MEILISEARCH_KEY } = process.env;
  const own = { ...env, MEILISEARCH_URL: '' };
  if (!MEILISEARCH_URL) return [{ name: 'PostgreSQL', env: own }];
  const named = {
    ...env,
    MEILISEARCH_URL,
    MEILISEARCH_KEY,
    MEILISEARCH_INDEX: `baraza-load-${size}`,
  };
  const app = await openModules(loadSettings(named));
  try {
    await buildIndex(servicesOf(app));
  } finally {
    await app.close();
  }
  console.error('  indexed in Meilisearch');
  return [
    { name: 'Meilisearch', env: named },
    { name: 'PostgreSQL', env: own },
  ];
}

/** The same, and what becomes of the first engine's process under pressure. */
async function compare(client, engines, size, folder) {
  return besideOthers(client, engines, size, folder, async ([house]) => ({
    pressure: await underPressure(client, house),
    held: await heldBy(client, house, HELD),
  }));
}

/** Pages of search in turn from all of them: medians, ratios to minimal Nest, and the account of a request. */
async function besideOthers(client, engines, size, folder, further) {
  const houses = [];
  for (const { name, env } of engines) {
    houses.push({ name: `Baraza, ${name}`, ...(await startServer('house', { env })) });
  }
  const file = join(folder, 'pages.json');
  await writeFile(file, JSON.stringify(await pagesFrom(houses)));
  const others = [
    { name: 'Nest, Apollo, Fastify', ...(await startServer('nest', { given: [file] })) },
    { name: 'Mercurius, compiled', ...(await startServer('mercurius', { given: [file] })) },
  ];
  const servers = [...others, ...houses];
  try {
    await sameFromAll(servers);
    const rows = await inTurn(client, servers);
    const accounts = [];
    for (const house of houses)
      accounts.push({ name: house.name, ...(await accountOf(client, house)) });
    const bytes = JSON.stringify((await answersOf(others[0]))[0]).length;
    return { size, bytes, ...COMPARED, rows, accounts, ...(await further(houses)) };
  } finally {
    for (const server of servers) await server.close();
  }
}

async function inTurn(client, servers) {
  const { connections, rounds, seconds } = COMPARED;
  const load = async (server, time) => {
    const before = await processorTime(server);
    const told = await client.load({
      addresses: [server.address],
      connections,
      seconds: time,
      requests: PAGES,
    });
    const used = (await processorTime(server)) - before;
    return { ...told, processor: used / (told.rate * time) };
  };
  for (const server of servers) await load(server, WARM_SECONDS);
  const taken = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of servers.entries())
      taken[i].push(answered(await load(server, seconds)));
  }
  console.error('  compared');
  return servers.map(({ name }, i) => ({
    name,
    ...medians(taken[i]),
    processor: percentile(
      taken[i].map(({ processor }) => processor),
      50,
    ),
    // Each round beside the first server's in the same round.
    ratio: percentile(
      taken[i].map(({ rate }, round) => rate / taken[0][round].rate),
      50,
    ),
    processorRatio: percentile(
      taken[i].map(({ processor }, round) => taken[0][round].processor / processor),
      50,
    ),
  }));
}

/** Microseconds that a server has used the processor. */
async function processorTime(server) {
  const { user, system } = (await server.ask('processor')).processor;
  return user + system;
}

/** At half of what one process answers at most, and with far more connections than that. */
async function underPressure(client, house) {
  const { connections, seconds } = COMPARED;
  const load = (run) =>
    client.load({ addresses: [house.address], connections, seconds, requests: MIXED, ...run });
  await load({ seconds: WARM_SECONDS });
  const most = await load({});
  const half = answered(await load({ rate: most.rate / 2, seconds: 3 * seconds }));
  const beyond = await load({ connections: BEYOND, seconds: 3 * seconds });
  const after = answered(await load({}));
  console.error('  pressed');
  const { name } = house;
  return {
    name,
    usual: connections,
    connections: BEYOND,
    most: answered(most),
    half,
    beyond,
    after,
  };
}

/** Memory in MB, at every so many milliseconds of a longer run. */
async function heldBy(client, house, { seconds, every, rate: asked }) {
  const { connections } = COMPARED;
  const samples = [];
  const loading = client.load({
    addresses: [house.address],
    connections,
    seconds,
    requests: MIXED,
    rate: asked,
  });
  for (let ms = 0; ms < seconds * 1_000; ms += every) {
    await setTimeout(every);
    samples.push((await house.ask('memory')).memory / 2 ** 20);
  }
  const { rate } = answered(await loading);
  console.error('  held');
  return { seconds, every, rate, samples };
}

/** Microseconds of the processor for a request, by part. */
async function accountOf(client, house) {
  house.tell('profile');
  const { connections, seconds } = COMPARED;
  const run = { addresses: [house.address], connections, seconds, requests: PAGES };
  const { rate } = answered(await client.load(run));
  const { account } = await house.ask('account');
  const requests = rate * seconds;
  return {
    parts: Object.entries(account)
      .map(([part, microseconds]) => [part, microseconds / requests])
      .toSorted(([, a], [, b]) => b - a),
  };
}

/** Requests a second by connections, engine and number of processes; in turn, medians of the rounds. */
async function curvesOf(client, engines) {
  const houses = [];
  for (const { env } of engines) {
    houses.push([await startServer('house', { env }), await startServer('house', { env })]);
  }
  const series = engines.flatMap(({ name }, i) =>
    [1, 2].map((processes) => ({
      name,
      processes,
      addresses: houses[i].slice(0, processes).map(({ address }) => address),
      points: CURVE.connections.map((connections) => ({ connections, taken: [] })),
    })),
  );
  try {
    const load = (addresses, connections, seconds) =>
      client.load({ addresses, connections, seconds, requests: MIXED });
    for (const { addresses } of series) await load(addresses, 16, WARM_SECONDS);
    for (let round = 0; round < CURVE.rounds; round++) {
      for (const [i, connections] of CURVE.connections.entries()) {
        for (const { addresses, points } of series) {
          points[i].taken.push(await load(addresses, connections, roundOf(connections)));
        }
      }
    }
  } finally {
    for (const house of houses.flat()) await house.close();
  }
  console.error('  curves');
  return series.map(({ name, processes, points }) => ({
    name,
    processes,
    points: points.map(({ connections, taken }) => ({ connections, ...medians(taken) })),
  }));
}

/** Seconds of a round: the more connections wait, the longer, for what is still waiting at its end does not count. */
function roundOf(connections) {
  return Math.max(2, connections / 50);
}

function medians(taken) {
  const median = (of) => percentile(taken.map(of), 50);
  return {
    rate: median(({ rate }) => rate),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
    wrong: taken.reduce((sum, { wrong, errors }) => sum + wrong + errors, 0),
  };
}

/** Of a run in which nothing may fail. */
function answered(told) {
  if (told.wrong > 0 || told.errors > 0) {
    throw new Error(`Not a valid run: ${told.wrong} wrong answers, ${told.errors} errors.`);
  }
  return told;
}

/** What the first of these servers answers, with what was asked. */
async function pagesFrom([house]) {
  const answers = await answersOf(house);
  return PAGES.map(({ variables }, i) => ({ variables, data: answers[i].data }));
}

async function answersOf({ address }) {
  return Promise.all(
    PAGES.map(async (page) => {
      const headers = { 'content-type': 'application/json' };
      const url = new URL('/graphql', address);
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(page) });
      const { data, errors } = await answer.json();
      if (errors) throw new Error(`Not a valid run: ${errors[0].message}`);
      return { data };
    }),
  );
}

/** The engines order otherwise and have cursors of their own; servers from memory give the very same page. */
async function sameFromAll([first, second, house]) {
  const [a, b, c] = await Promise.all([first, second, house].map(answersOf));
  const texts = [a, b, c].map((answers) => JSON.stringify(answers));
  if (texts[0] !== texts[1] || texts[0] !== texts[2]) {
    throw new Error('Not a valid run: the pages are not the same.');
  }
}
