import { expect, it } from '@jest/globals';
import { CandidatePool, rank, rankOf } from '#matching';
import fc from 'fast-check';
import * as arbitrary from './matching-arbitraries.js';

it('gives each candidate the place of the whole ranking, and who is not eligible none', () => {
  fc.assert(
    fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
      const pool = new CandidatePool();
      for (const candidate of candidates) pool.upsert(candidate);
      const { results } = rank(pool, need, { limit: 1000 });
      const places = new Map(results.map((result) => [result.id, result]));
      for (const { id } of candidates) {
        expect(rankOf(pool, need, id)).toEqual(places.get(id) ?? null);
      }
      expect(rankOf(pool, need, '00000000-0000-7000-8000-0000000000ff')).toBeNull();
    }),
    { seed: 1325, numRuns: 500 },
  );
});
