import { describe, expect, it } from '@jest/globals';
import { bCubed, calibration, measurePairs, pairMeasures, truePairs } from './measure.js';

/** Two women on three lists, and one of whom one list has two entries. */
const TRUTH = {
  womanOf: new Map(Object.entries({ a1: 1, b1: 1, c1: 1, a2: 2, b2: 2, a3: 3, a4: 3 })),
  listOf: new Map(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'].map((id) => [id, id.slice(0, 1)])),
};
const pair = (a: string, b: string, probability = 1) => ({ a, b, probability });

describe('measures of links', () => {
  it('count pairs of different lists only', () => {
    expect(truePairs(TRUTH)).toHaveLength(4);
    const found = [pair('a1', 'b1'), pair('a2', 'b2'), pair('a1', 'b2'), pair('a3', 'a4')];
    expect(measurePairs(found, TRUTH)).toEqual({
      found: 3,
      right: 2,
      all: 4,
      precision: 2 / 3,
      recall: 1 / 2,
      f1: 4 / 7,
    });
  });

  it('are defined where there is nothing', () => {
    expect(pairMeasures(0, 0, 0)).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(pairMeasures(0, 0, 5)).toMatchObject({ precision: 1, recall: 0, f1: 0 });
    expect(calibration([], TRUTH).brier).toBe(0);
  });

  it('take clusters record by record', () => {
    const { precision, recall } = bCubed([['a1', 'b1', 'a2']], TRUTH);
    // a1 and b1 have two thirds of a right cluster, a2 one third, the other four are alone.
    expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 4) / 7);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 4 / 2) / 7);
  });

  it('hold what was stated against what is true', () => {
    const { bins, brier } = calibration(
      [pair('a1', 'b1', 0.95), pair('a1', 'b2', 0.95), pair('a2', 'b2', 0.1), pair('a3', 'a4', 1)],
      TRUTH,
    );
    expect(bins[9]).toEqual({ from: 0.9, pairs: 2, stated: 0.95, true: 0.5 });
    expect(bins[1]).toEqual({ from: 0.1, pairs: 1, stated: 0.1, true: 1 });
    expect(brier).toBeCloseTo((0.05 ** 2 + 0.95 ** 2 + 0.9 ** 2) / 3);
  });
});
