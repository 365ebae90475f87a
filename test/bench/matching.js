/** The exact match in the pool beside the same scoring as one SQL query. */
import { rank } from '#matching';
import { inTurn, percentile, timed } from './measure.js';
import { prepareSql, scoreInSql, sqlParameters } from './score-in-sql.js';

const LIMIT = 20;

/** Needs that differ, so that no answer is warm from the one before. */
const NEEDS = [
  ['ML', 'fr', 'ar', 'mediation.ceasefire-mediation'],
  ['KE', 'en', 'sw', 'mediation.insider-and-community-mediation'],
  ['SD', 'en', 'ar', 'security.ceasefire-design-and-monitoring'],
  ['CD', 'fr', 'sw', 'recovery.reconciliation-and-social-cohesion'],
  ['NG', 'en', 'ha', 'inclusion.womens-participation'],
].map(([territory, language, other, expertise], i) => ({
  id: `bench-${i}`,
  date: new Date().toISOString().slice(0, 10),
  hard: { languages: [{ code: language, level: 'B2' }] },
  soft: {
    languages: [{ code: language }, { code: other, level: 'B2' }],
    territories: [{ code: territory, weight: 2 }, { code: 'ECOWAS' }],
    expertise: [{ code: expertise }, { code: 'justice', level: 3 }],
    roles: ['facilitator', 'adviser'],
    years: 10,
    freshness: true,
  },
}));

/** Milliseconds of both for needs in turn; throws when an answer is not the same to the last digit. */
export async function benchMatching(rooms, rounds) {
  await prepareSql(rooms.database);
  const pool = rooms.pools.pool('PUBLIC');
  const pairs = [];
  for (const need of NEEDS) {
    // ROLE: the pool knows no deployments at PUBLIC clearance, nor does the SQL.
    const parameters = sqlParameters(need, LIMIT);
    pairs.push(
      await inTurn(
        rounds,
        () => rank(pool, need, { limit: LIMIT }).results.map(({ id, score }) => ({ id, score })),
        () => scoreInSql(rooms.database, parameters),
        same,
      ),
    );
  }
  const ours = pairs.flatMap(({ a }) => a);
  const sql = pairs.flatMap(({ b }) => b);
  const service = await serviceTimes(rooms, rounds);
  return {
    rank: percentile(ours, 50),
    rankP95: percentile(ours, 95),
    sql: percentile(sql, 50),
    service: percentile(service, 50),
  };
}

/** The whole service call: changes looked for, ranked, and what may be seen of the page read. */
async function serviceTimes(rooms, rounds) {
  const viewer = { clearance: 'PUBLIC' };
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const need of NEEDS) {
      const { answer, ms } = await timed(() => rooms.matches.match(viewer, need, { first: LIMIT }));
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
