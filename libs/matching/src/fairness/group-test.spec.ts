import { describe, expect, it } from '@jest/globals';
import { adjustedMinimums, failProbability, unadjustedMinimums } from './group-test.js';

/**
 * Numbers that were published elsewhere:
 * - the paper: Zehlike et al., "FA*IR: A Fair Top-k Ranking Algorithm", CIKM 2017, its table of example
 *   values of m for significance 0.1;
 * - the authors' code of that paper: github.com/MilkaLichtblau/FA-IR_Ranking, branch FA-IR_CIKM_17
 *   (e3f4e11), test/test_ranker/Test_test_fairness_in_rankings.py;
 * - fairsearch-fair-python: github.com/fair-search/fairsearch-fair-python (a92a3d6), README.md and
 *   tests/test_fair.py;
 * - fairsearch-fair-java: github.com/fair-search/fairsearch-fair-java (fe28500),
 *   src/test/resources/mtable_fixtures (from the second number on: theirs begin at no places).
 */
const micro = (share: number) => Math.round(share * 1_000_000);

describe('minimums as published', () => {
  it.each([
    [0.1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [0.2, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]],
    [0.3, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]],
    [0.4, [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3]],
    [0.5, [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4]],
    [0.6, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    [0.7, [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6]],
  ])('in the paper, proportion %d', (proportion, expected) => {
    expect(unadjustedMinimums(12, micro(proportion), micro(0.1))).toEqual(expected);
  });

  it.each([
    [0.2, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [0.3, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]],
    [0.4, [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]],
    [0.5, [0, 0, 0, 1, 1, 1, 2, 2, 3, 3]],
  ])("in the tests of the authors' code, proportion %d", (proportion, expected) => {
    expect(unadjustedMinimums(10, micro(proportion), micro(0.1))).toEqual(expected);
  });

  it.each([
    [10, 0.2, 0.15, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]],
    [20, 0.25, 0.1, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3]],
    [
      30,
      0.3,
      0.05,
      [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5],
    ],
  ])('in fairsearch-fair-python, unadjusted: %d, %d, %d', (k, proportion, alpha, expected) => {
    expect(unadjustedMinimums(k, micro(proportion), micro(alpha))).toEqual(expected);
  });

  it.each([
    [10, 0.2, 0.15, 0.134218, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]],
    [20, 0.25, 0.1, 0.105152, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]],
    [
      30,
      0.3,
      0.05,
      0.048777,
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4],
    ],
  ])(
    'in fairsearch-fair-python, adjusted: %d, %d, %d, failing with %d',
    (k, proportion, alpha, failing, expected) => {
      const { required, failProbability: probability } = adjustedMinimums(
        k,
        micro(proportion),
        micro(alpha),
      );
      expect(required).toEqual(expected);
      expect(probability).toBe(micro(failing));
    },
  );

  it('in fairsearch-fair-python, whose adjusted significance gives the same table', () => {
    // Any significance between two values of the distribution function gives one table; ours is the lowest.
    const { required, adjustedAlpha } = adjustedMinimums(20, micro(0.25), micro(0.1));
    expect(unadjustedMinimums(20, micro(0.25), 78_125)).toEqual(required);
    expect(adjustedAlpha).toBe(75_085);
  });

  it('in the README of fairsearch-fair-python, whose probability leaves out the last place', () => {
    const unadjusted = unadjustedMinimums(20, micro(0.25), micro(0.1));
    expect(failProbability(unadjusted.slice(0, 19), micro(0.25))).toBe(micro(0.115175));
    expect(failProbability(unadjusted, micro(0.25))).toBe(micro(0.146887));
  });

  it('in the fixtures of fairsearch-fair-java', () => {
    expect(unadjustedMinimums(80, micro(0.6), micro(0.1))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
      14, 15, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 21, 21, 22, 22, 23, 23, 24, 24, 25, 26, 26,
      27, 27, 28, 28, 29, 29, 30, 31, 31, 32, 32, 33, 33, 34, 34, 35, 36, 36, 37, 37, 38, 38, 39,
      40, 40, 41, 41, 42, 42,
    ]);
    expect(unadjustedMinimums(100, micro(0.5), micro(0.3))).toEqual([
      0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
      14, 14, 15, 15, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 24,
      25, 25, 26, 26, 27, 27, 27, 28, 28, 29, 29, 30, 30, 31, 31, 32, 32, 33, 33, 34, 34, 35, 35,
      36, 36, 37, 37, 38, 38, 39, 39, 40, 40, 41, 41, 42, 42, 43, 43, 43, 44, 44, 45, 45, 46, 46,
      47, 47,
    ]);
  });
});

describe('minimums', () => {
  it('ask for nobody where the proportion is too small to tell', () => {
    const {
      required,
      adjustedAlpha,
      failProbability: probability,
    } = adjustedMinimums(10, 20_000, 10_000);
    expect(required).toEqual(Array(10).fill(0));
    expect([adjustedAlpha, probability]).toEqual([0, 0]);
  });

  it('decide by the whole fraction where a double would not', () => {
    // F(0; 1, 0.7) is 0.3, which is not above 0.3, so one is needed.
    expect(1 - 0.7).toBeGreaterThan(0.3);
    expect(unadjustedMinimums(1, 700_000, 300_000)).toEqual([1]);
    expect(unadjustedMinimums(1, 700_000, 299_999)).toEqual([0]);
  });

  it('never fall from one place to the next, nor rise by more than one', () => {
    for (const proportion of [20_000, 123_457, 333_333, 500_000, 980_000]) {
      const { required } = adjustedMinimums(100, proportion, 150_000);
      required.forEach((minimum, i) => {
        const before = required[i - 1] ?? 0;
        expect(minimum - before === 0 || minimum - before === 1).toBe(true);
      });
    }
  });
});
