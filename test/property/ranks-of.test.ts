import { expect, it } from '@jest/globals';
import { CandidatePool, rank, ranksOf } from '#matching';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import * as arbitrary from './matching-arbitraries.js';

const UNKNOWN = '00000000-0000-7000-8000-0000000000ff';

it('gives each candidate the place of the whole ranking, and who is not eligible none', () => {
  fc.assert(
    fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
      const pool = new CandidatePool();
      for (const candidate of candidates) pool.upsert(candidate);
      const { results } = rank(pool, need, { limit: 1000 });
      const places = new Map(results.map((result) => [result.id, result]));
      const ids = candidates.map(({ id }) => id);
      expect(ranksOf(pool, need, [...ids, UNKNOWN, ...ids])).toEqual(places);
      const alone = ids.map((id) => ranksOf(pool, need, [id]));
      const expected = ids.map((id) => places.get(id));
      expect(alone).toEqual(expected.map((place) => new Map(place && [[place.id, place]])));
    }),
    { seed: 1325, numRuns: runs(250) },
  );
});

it('takes an id as it is written', () => {
  const [candidate] = fc.sample(
    arbitrary.candidates.filter(({ length }) => length > 0),
    {
      seed: 1325,
      numRuns: 1,
    },
  )[0]!;
  const pool = new CandidatePool();
  pool.upsert({ ...candidate!, state: 'published', consentMatched: true, ruledOut: [] });
  const asked = candidate!.id.toUpperCase();
  const need = { id: 'n', date: '2026-01-01', hard: {}, soft: { years: true } } as const;
  expect([...ranksOf(pool, need, [asked]).keys()]).toEqual([asked]);
});
