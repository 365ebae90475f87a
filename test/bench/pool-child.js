/**
 * A pool of its own, filled by the seeded generator, in a process of its own, so that its memory is
 * the pool's alone. Run with --expose-gc; prints what was measured as JSON.
 */
import { CandidatePool, rank } from '#matching';
import { account } from './account.js';
import { percentile, spread } from './measure.js';
import { allCriteriaNeeds, forModel2, TEXT_MATCHES } from './needs.js';
import { idOf, seededCandidates, TODAY } from './seeded-candidates.js';

const LIMIT = 20;
const SEED = 1325;
/** Updates that are applied to the loaded pool. */
const UPDATES = 50_000;

const [size, rounds, accounted] = process.argv.slice(2).map(Number);
// Once before anything is counted: compiled code and the heap of short-lived objects are not the pool's.
fill({ upsert: () => {} }, 200_000);
fill(new CandidatePool(), 2_000);
const before = resident();
const pool = new CandidatePool();
fill(pool, size);
const after = resident();
const bytes = (after - before) / size;

const needs = allCriteriaNeeds({
  today: TODAY,
  matches: Array.from({ length: Math.min(TEXT_MATCHES, size) }, (_, i) => idOf((i * 7_919) % size)),
  networks: { preferred: ['network-2', 'network-5'], rivals: ['network-9'] },
});
const alone = needs.map((need) => ({ ...need, hard: {}, territories: [], soft: { years: true } }));
console.log(
  JSON.stringify({
    bytes,
    counted: pool.bytes / size,
    all: rankings(needs),
    model2: rankings(needs.map(forModel2)),
    ties: rankings(alone),
    updates: updates(),
    account: accounted ? account(pool, needs, rounds) : null,
  }),
);

function fill(target, count) {
  for (const candidate of seededCandidates(count, SEED)) target.upsert(candidate);
}

/**
 * Bytes that the process has in memory, once all that is unused is given back, less the heap that V8 keeps
 * in reserve, which is now more and now less by more than a pool has.
 */
function resident() {
  for (let i = 0; i < 4; i++) globalThis.gc();
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  return rss - (heapTotal - heapUsed);
}

/** Milliseconds of each, and of the processor; a page that is not full or not in order ends the run. */
function rankings(asked) {
  const times = [];
  let used = process.cpuUsage();
  for (let round = -3; round < rounds; round++) {
    if (round === 0) used = process.cpuUsage();
    for (const need of asked) {
      const start = performance.now();
      const { results } = rank(pool, need, { limit: LIMIT });
      const ms = performance.now() - start;
      const ordered = results.every(({ total }, i) => i === 0 || total <= results[i - 1].total);
      if (results.length !== LIMIT || !ordered) throw new Error('Not a valid run: a wrong page.');
      if (round >= 0) times.push(ms);
    }
  }
  const { user, system } = process.cpuUsage(used);
  return { ...spread(times), processor: (user + system) / 1_000 / times.length };
}

/** Replacements a second, of one candidate after the other, spread over the pool. */
function updates() {
  const rates = [];
  for (const seed of [1, 2, 3]) {
    const changed = [...seededCandidates(UPDATES, seed)].map((candidate, i) => ({
      ...candidate,
      id: idOf((i * 104_729) % size),
    }));
    const { version } = pool;
    const start = performance.now();
    for (const candidate of changed) pool.upsert(candidate);
    rates.push((UPDATES * 1_000) / (performance.now() - start));
    if (pool.version !== version + UPDATES || pool.size !== size) {
      throw new Error('Not a valid run: updates are missing.');
    }
  }
  return percentile(rates, 50);
}
