/** The exact match with every criterion in the pool, beside the same scoring as one SQL query. */
import { MODEL, rank } from '#matching';
import { ownPool } from './directory.js';
import { timeAlternately, spread, timed } from './measure.js';
import { allCriteriaNeeds, TEXT_MATCHES } from './needs.js';
import { prepareSql, scoreInSql, sqlParameters } from './score-in-sql.js';

const LIMIT = 20;
const VIEWER = { clearance: 'VETTED' };

/** Milliseconds of both for needs in turn; throws when an answer is not the same to the last digit. */
export async function benchMatching(services, rounds) {
  await prepareSql(services.database);
  const pool = await ownPool(services, VIEWER.clearance);
  const needs = await needsOf(services);
  const pairs = [];
  const alone = [];
  for (const need of needs) {
    const parameters = sqlParameters(need, { ...MODEL.weights, ...need.weights }, LIMIT);
    pairs.push(
      await timeAlternately(
        rounds,
        () => first(pool, need),
        () => scoreInSql(services.database, parameters),
        same,
      ),
    );
    alone.push(...(await aloneTimes(pool, need, await scoreInSql(services.database, parameters))));
  }
  return {
    pool: spread(pairs.flatMap(({ a }) => a)),
    alone: spread(alone),
    sql: spread(pairs.flatMap(({ b }) => b)),
    service: spread(await serviceTimes(services, needs, rounds)),
  };
}

/** Needs for the women of the generated directory, all of one network. */
export async function needsOf(services) {
  const found = await services.database.query(
    'SELECT id FROM mediator ORDER BY sha256(id::text::bytea) LIMIT $1',
    [TEXT_MATCHES],
  );
  const [network] = await services.database.query('SELECT slug FROM network');
  return allCriteriaNeeds({
    today: new Date().toISOString().slice(0, 10),
    matches: found.map(({ id }) => id),
    networks: { preferred: [network.slug], rivals: ['northern-light'] },
  });
}

const first = (pool, need) =>
  rank(pool, need, { limit: LIMIT }).results.map(({ id, score }) => ({ id, score }));

/** Rounds without a second's work of the database between them, which leaves every cache cold. */
const ALONE = 60;

/** The same in the pool alone; each answer is still the one that SQL gave. */
async function aloneTimes(pool, need, expected) {
  const times = [];
  for (let round = 0; round < ALONE; round++) {
    const { answer, ms } = await timed(() => first(pool, need));
    same(answer, expected);
    times.push(ms);
  }
  return times;
}

/** The whole service call: changes looked for, ranked, and what may be seen of the page read. */
async function serviceTimes(services, needs, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const need of needs) {
      const { answer, ms } = await timed(() =>
        services.matches.match(VIEWER, need, { first: LIMIT }),
      );
      if (answer.views.size !== LIMIT) throw new Error('Not a valid run: a page is not full.');
      times.push(ms);
    }
  }
  return times;
}

function same(ours, theirs) {
  if (ours.length !== LIMIT || JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error('Not a valid run: pool and SQL do not agree.');
  }
}
