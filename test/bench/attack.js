/**
 * What others notice of an attack: rankings that somebody asks, one after the other, while strangers send the
 * dearest documents that there are, as fast as they are answered. All of it on the loopback interface, for
 * a few seconds. Clients are told apart by the address that a trusted proxy would add.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { spread } from './measure.js';

const SECONDS = 30;
const ATTACKERS = [1, 40];
const SETTLE_MS = 5_000;
/** Answers of others that a 99th percentile is made of; a machine that is busy with other things gives fewer. */
const FEWEST = 100;
const DATE = '2026-09-01';
const WORDS = 'mediation of land disputes between herders and farmers near the river in the north ';
const BRIEF = WORDS.repeat(30).slice(0, 1_990);

/** Milliseconds of others in peace and under each attack, what became of the attackers, and memory in MB. */
export async function benchAttack(address) {
  const quiet = await phase(address, 0);
  const before = inUse();
  const attacks = [];
  for (const attackers of ATTACKERS) {
    attacks.push({ attackers, ...(await phase(address, attackers)) });
    await setTimeout(SETTLE_MS);
  }
  return { quiet, attacks, before, after: inUse() };
}

async function phase(address, attackers) {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  let peak = resident();
  const watch = setInterval(() => (peak = Math.max(peak, resident())), 50);
  loop.enable();
  const [{ times, failed }, { codes }] = await Promise.all([
    inThread({ address, asks: 'other' }),
    attackers === 0 ? { codes: {} } : inThread({ address, asks: 'attackers', attackers }),
  ]);
  loop.disable();
  clearInterval(watch);
  const during = attackers === 0 ? 'in peace' : `beside ${attackers} attackers`;
  if (failed > 0)
    throw new Error(`Not a valid run: ${failed} requests of others failed ${during}.`);
  if (times.length < FEWEST) {
    throw new Error(`Not a valid run: others were answered ${times.length} times ${during}.`);
  }
  return { ...spread(times), asked: times.length, codes, peak, longestBlock: loop.max / 1e6 };
}

async function inThread(data) {
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  const [told] = await once(worker, 'message');
  await worker.terminate();
  return told;
}

const resident = () => process.memoryUsage().rss / 2 ** 20;

/** What is held once everything that is not has been collected; the process keeps more for what comes. */
function inUse() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** Twenty rankings with a long brief, and as many as one document may ask for. */
function dearest(count, salt) {
  const fields = Array.from({ length: count }, (_, i) => {
    const brief = `${salt}${i} ${BRIEF}`.slice(0, 2_000);
    return `a${i}: matchCandidates(need: { date: "${DATE}", brief: "${brief}" }) { ... on MatchConnection { edges { node { mediator { id } } } } }`;
  });
  return `{ ${fields.join(' ')} }`;
}

const RANKING = `{ matchCandidates(first: 10, need: { date: "${DATE}", soft: { languages: [{ code: "fr", weight: 3, level: B2 }], years: 10 } }) {
  ... on MatchConnection { edges { node { mediator { id } } } } ... on ValidationError { fields { path message } } } }`;

if (!isMainThread) {
  const { address, asks, attackers } = workerData;
  const end = performance.now() + SECONDS * 1_000;
  const told =
    asks === 'other' ? await rankInTurn(address, end) : await send(address, attackers, end);
  parentPort.postMessage(told, []);
}

/** A request every few milliseconds, by an account's worth of addresses, so that no limit of her own is met. */
async function rankInTurn(address, end) {
  const agent = new Agent({ keepAlive: true });
  const times = [];
  let failed = 0;
  for (let i = 0; performance.now() < end; i++) {
    const start = performance.now();
    const { answer } = await post(agent, address, RANKING, `203.0.113.${i % 250}`);
    if (answer.errors || !answer.data.matchCandidates.edges) failed += 1;
    else times.push(performance.now() - start);
    await setTimeout(20);
  }
  agent.destroy();
  // The first ones find code that is not compiled yet.
  return { times: times.slice(20), failed };
}

async function send(address, attackers, end) {
  const agent = new Agent({ keepAlive: true });
  const codes = {};
  await Promise.all(
    Array.from({ length: attackers }, async (_, who) => {
      for (let i = 0; performance.now() < end; i++) {
        const document = dearest(i % 2 === 0 ? 20 : 2, `${who} ${i} `);
        const { answer, status } = await post(
          agent,
          address,
          document,
          `198.51.100.${attackers + who}`,
        );
        const code = answer.errors?.[0]?.extensions?.code ?? 'OK';
        codes[code] = (codes[code] ?? 0) + 1;
        if (status === 429) await setTimeout(50);
      }
    }),
  );
  agent.destroy();
  return { codes };
}

function post(agent, address, query, from) {
  const body = JSON.stringify({ query });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-for': from,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL('/graphql', address), { agent, method: 'POST', headers });
    outgoing.on('response', (incoming) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        resolve({ answer, status: incoming.statusCode });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
