import { describe, expect, it } from '@jest/globals';
import { hardLists } from '../evaluation/hard-lists.js';
import { DEFAULT_MODEL, type LinkageModel } from '../model.js';
import { LinkagePool } from './linkage-pool.js';
import { train } from './train.js';

const { records } = hardLists({ seed: 11, women: { three: 40, two: 60, one: 120 } });

function poolOf(list: typeof records, model: LinkageModel = DEFAULT_MODEL): LinkagePool {
  const pool = new LinkagePool(model);
  for (const record of list) pool.upsert(record);
  return pool;
}

const levels = DEFAULT_MODEL.levels;

describe('fitting the model to a pool', () => {
  it('finds how often levels come, whatever it begins with', () => {
    const residence = { ...levels.RESIDENCE, SHARED: { same: 0.5, kin: 0.6 } };
    residence.NONE_SHARED = { ...residence.NONE_SHARED, same: 0.5 };
    const model = { ...DEFAULT_MODEL, overlap: 0.1, levels: { ...levels, RESIDENCE: residence } };
    const trained = train(poolOf(records, model), 'of-here');
    if (!('model' in trained)) throw new Error(`Refused: ${trained.refused}`);
    expect(trained.model.version).toBe('of-here');
    // 180 pairs are true. Where both say where they live, four of five say the same.
    expect(trained.pairs).toBeGreaterThan(140);
    expect(trained.pairs).toBeLessThan(220);
    expect(trained.model.levels.RESIDENCE.SHARED.same).toBeGreaterThan(0.7);
    expect(trained.model.overlap).toBeGreaterThan(0.25);
  });

  it('is the same in any order of the records', () => {
    const few = records.slice(0, 300);
    expect(train(poolOf(few.toReversed()), 'x')).toEqual(train(poolOf(few), 'x'));
  });

  it('is refused where too few pairs are there to learn from', () => {
    expect(train(poolOf(records.slice(0, 30)), 'x')).toMatchObject({ refused: 'TOO_FEW' });
  });

  it('is refused where a level would count for more than one that agrees better', () => {
    const birth = { ...levels.BIRTH, YEAR_BESIDE: { same: 0.1, stranger: 0.0001, kin: 0.1 } };
    const model = { ...DEFAULT_MODEL, levels: { ...levels, BIRTH: birth } };
    expect(train(poolOf(records, model), 'x')).toMatchObject({ refused: 'NOT_MONOTONE' });
  });
});
