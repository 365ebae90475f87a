import { describe, expect, it } from '@jest/globals';
import { hardLists } from '../evaluation/hard-lists.js';
import { LinkagePool } from './linkage-pool.js';
import { samplePairs } from './sample-pairs.js';

describe('a sample of pairs', () => {
  const { records } = hardLists({ seed: 4, women: { three: 20, two: 20, one: 60 } });
  const poolOf = (list: typeof records) => {
    const pool = new LinkagePool();
    for (const record of list) pool.upsert(record);
    return pool;
  };

  it('is of all bands, and the same in whatever order the records came', () => {
    const { bands, drawn } = samplePairs(poolOf(records), { seed: 1, size: 60 });
    expect(drawn).toHaveLength(60);
    expect(new Set(drawn.map(({ a, b }) => `${a} ${b}`)).size).toBe(60);
    const counts = bands.map((_, band) => drawn.filter((each) => each.band === band).length);
    expect(counts.filter((count, band) => count < Math.min(5, bands[band]!.pairs))).toEqual([]);
    expect(samplePairs(poolOf(records.toReversed()), { seed: 1, size: 60 })).toEqual({
      bands,
      drawn,
    });
    expect(samplePairs(poolOf(records), { seed: 2, size: 60 }).drawn).not.toEqual(drawn);
  });

  it('stands in no order of weights, and takes all where there are few', () => {
    const pool = poolOf(records.slice(0, 12));
    const all = [...pool.candidatePairs()].length;
    expect(all).toBeGreaterThan(0);
    expect(samplePairs(pool, { seed: 1, size: 1_000 }).drawn).toHaveLength(all);
    const { drawn } = samplePairs(poolOf(records), { seed: 1, size: 60 });
    const places = drawn.map(({ band }) => band);
    expect(places).not.toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toEqual(places.toSorted((a, b) => b - a));
  });
});
