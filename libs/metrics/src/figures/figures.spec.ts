import { describe, expect, it } from '@jest/globals';
import { counts, durations, proportion, shares, WHOLE, type ClockCase } from './figures.js';

/** Cases of so many women, one each, named from a letter on. */
const women = (row: string, units: number, from = row) =>
  Array.from({ length: units }, (_, i) => ({ row, unit: `${from}${i}` }));

const clocks = (row: string, times: readonly number[], waiting: readonly number[] = []) => [
  ...times.map((time, i): ClockCase => ({ row, unit: `${row}${i}`, time, ended: true })),
  ...waiting.map((time, i): ClockCase => ({ row, unit: `${row}w${i}`, time, ended: false })),
];

describe('counts', () => {
  it('are told of five women, not of four', () => {
    expect(counts(women(WHOLE, 4))).toEqual([]);
    expect(counts(women(WHOLE, 5))).toMatchObject([{ of: [], cases: 5 }]);
  });

  it('count women, not cases: five cases of four women are not told', () => {
    expect(counts([...women(WHOLE, 4), ...women(WHOLE, 1)])).toEqual([]);
  });

  it('count a woman once in a row', () => {
    expect(counts([...women(WHOLE, 6), ...women(WHOLE, 3)])).toMatchObject([{ cases: 6 }]);
  });

  it('tell small rows together with others', () => {
    const rows = counts([...women('a', 2), ...women('b', 6), ...women('c', 9)]);
    expect(rows).toMatchObject([
      { of: ['c'], cases: 9 },
      { of: ['a', 'b'], cases: 8 },
    ]);
  });

  it('tell no sum of fewer than five women where the same women are in several small rows', () => {
    const rows = counts([...women('a', 3, 'x'), ...women('b', 3, 'x'), ...women('c', 9)]);
    expect(rows).toMatchObject([{ of: ['a', 'b', 'c'], cases: 12 }]);
  });

  it('are withheld where all rows together are of too few', () => {
    expect(counts([...women('a', 2), ...women('b', 2)])).toEqual([]);
  });
});

describe('durations', () => {
  it('tell the median of five and no 90th percentile, which would be the longest of them', () => {
    expect(durations(clocks(WHOLE, [1, 2, 30, 40, 50]))).toEqual([
      {
        of: [],
        cases: 5,
        ended: null,
        share: null,
        median: 30,
        p90: null,
        estimatedMedian: 30,
        estimatedP90: null,
      },
    ]);
  });

  it('tell the 90th percentile of ten', () => {
    const [row] = durations(clocks(WHOLE, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(row).toMatchObject({ median: 5, p90: 9, estimatedMedian: 5, estimatedP90: 9 });
  });

  it('count what still waits in the estimate, and not in the median', () => {
    const [row] = durations(clocks(WHOLE, [1, 2, 3, 4, 5, 6], [7, 7, 7, 7, 7, 7]));
    expect(row).toMatchObject({ cases: 12, ended: 6, median: 3, estimatedMedian: 6 });
    expect(row!.estimatedP90).toBeNull();
  });

  it('do not say how many wait where few do', () => {
    expect(durations(clocks(WHOLE, [1, 2, 3, 4, 5, 6], [7]))[0]!.ended).toBeNull();
  });

  it('tell no time of fewer than five who answered, however many wait', () => {
    const [row] = durations(clocks(WHOLE, [1, 2, 3, 4], [9, 9, 9, 9, 9, 9]));
    expect(row).toMatchObject({ cases: 10, ended: null, median: null, estimatedMedian: null });
  });

  it('are rounded to whole units', () => {
    expect(durations(clocks(WHOLE, [1.4, 1.4, 1.4, 1.4, 1.4]))[0]!.median).toBe(1);
  });
});

describe('shares', () => {
  const outcomes = (row: string, hits: number, misses: number) => [
    ...women(row, hits, `${row}h`).map((each) => ({ ...each, hit: true })),
    ...women(row, misses, `${row}m`).map((each) => ({ ...each, hit: false })),
  ];

  it('are told where five women are on each side', () => {
    expect(shares(outcomes(WHOLE, 5, 10))).toMatchObject([{ cases: 15, ended: 5, share: 333_333 }]);
  });

  it('are withheld where fewer than five are on one side, none included', () => {
    expect(shares(outcomes(WHOLE, 4, 10))).toMatchObject([{ cases: 14, ended: null, share: null }]);
    expect(shares(outcomes(WHOLE, 9, 0))).toMatchObject([{ cases: 9, ended: null, share: null }]);
  });

  it('tell rows of few on one side together', () => {
    const rows = shares([...outcomes('a', 6, 1), ...outcomes('b', 6, 6), ...outcomes('c', 9, 9)]);
    expect(rows).toMatchObject([
      { of: ['c'], cases: 18, ended: 9 },
      { of: ['a', 'b'], cases: 19, ended: 12 },
    ]);
  });
});

describe('a proportion', () => {
  it('is told where five women are in the part and five are not', () => {
    const whole = { amount: 900, units: 10 };
    expect(proportion({ amount: 300, units: 5 }, whole)).toMatchObject([{ share: 300_000 }]);
    expect(proportion({ amount: 300, units: 4 }, whole)).toEqual([]);
    expect(proportion({ amount: 300, units: 6 }, whole)).toEqual([]);
  });

  it('tells neither that one more woman is there than in the quarter before, nor for how many days', () => {
    const rows = [12, 13, 14].map((units) =>
      proportion({ amount: 400, units: 6 }, { amount: 1_000 + units, units }),
    );
    expect(rows[0]).toMatchObject([{ cases: 10, ended: null, share: 350_000 }]);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });
});
