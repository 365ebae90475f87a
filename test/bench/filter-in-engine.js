/**
 * The best that a search engine alone could do for a need: filter by the hard criteria it can express, sort
 * by years. It knows no consent to be matched, no conflict of interest, no days and nothing ruled out; it can
 * not add up weighted fits, nor say how many each criterion excludes. The pool does all of that meanwhile.
 */
import { exclusionsOf, rank } from '#matching';
import { proficiencyRank } from '#vocabulary';
import { ownPool } from './directory.js';
import { timeAlternately, spread } from './measure.js';

const LIMIT = 20;

/**
 * Milliseconds of the engine's filter and sort, and of the whole exact ranking with the same hard criteria;
 * throws when the engine returns someone who does not meet them, or not in order.
 */
export async function benchFilter(services, needs, { url, key, index }, rounds) {
  const pool = await ownPool(services, 'VETTED');
  const times = { a: [], b: [] };
  for (const { hard, territories: _, ...others } of needs) {
    const { languages, tracks, minimumYears, allowStale } = hard;
    const need = { ...others, hard: { languages, tracks, minimumYears, allowStale } };
    const body = JSON.stringify({
      filter: [
        ...languages.map(
          ({ code, level }) => `languageLevels = "${code}-${proficiencyRank(level)}"`,
        ),
        `tracks IN [${tracks.map((track) => `"${track}"`).join(', ')}]`,
        `years >= ${minimumYears}`,
      ],
      sort: ['years:desc'],
      limit: LIMIT,
      attributesToRetrieve: ['mediatorId'],
    });
    const { a, b } = await timeAlternately(
      rounds,
      () => rank(pool, need, { limit: LIMIT }),
      () => search(`${url}/indexes/${index}-vetted/search`, key, body),
      (ranking, { hits }) => check(pool, need, ranking, hits),
    );
    times.a.push(...a);
    times.b.push(...b);
  }
  return { pool: spread(times.a), engine: spread(times.b) };
}

async function search(address, key, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    },
    body,
  });
  if (!response.ok) throw new Error(`Not a valid run: the engine answered ${response.status}.`);
  return response.json();
}

function check(pool, need, ranking, hits) {
  const years = hits.map(({ mediatorId }) => pool.get(mediatorId).years);
  const meetAll = hits.every(({ mediatorId }) =>
    // The engine cannot know who agreed to be matched.
    exclusionsOf(pool, need, mediatorId).every((reason) => reason === 'CONSENT'),
  );
  const inOrder = years.every((each, i) => i === 0 || each <= years[i - 1]);
  if (hits.length !== LIMIT || ranking.results.length !== LIMIT || !meetAll || !inOrder) {
    throw new Error('Not a valid run: the engine found others than the pool.');
  }
}
