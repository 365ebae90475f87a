import { describe, expect, it } from '@jest/globals';
import { adjustedMinimums, fairTop, unadjustedMinimums } from './group-test.js';

const byScore = (a: number, b: number) => b - a;
const ranked = (members: number[], others: number[], required: readonly number[]) =>
  fairTop(members, others, required, byScore);
const items = (picks: { item: number }[]) => picks.map(({ item }) => item);

describe('fairTop', () => {
  it('gives the list that fairsearch-fair-java tests for', () => {
    // testFairRankingWith10Elements of FairTopKTests.java: documents by score, significance not adjusted.
    const required = unadjustedMinimums(10, 600_000, 100_000);
    expect(items(ranked([5, 4, 3, 2, 1], [10, 9, 8, 7, 6], required))).toEqual([
      10, 9, 5, 8, 4, 7, 3, 6, 2, 1,
    ]);
  });

  it('gives the list that fairsearch-fair-python shows', () => {
    // README.md: twenty documents by score, the last six protected.
    const { required } = adjustedMinimums(20, 250_000, 100_000);
    const others = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7];
    const picks = ranked([6, 5, 4, 3, 2, 1], others, required);
    expect(picks.map(({ member }) => member)).toEqual([
      ...Array(8).fill(false),
      true,
      ...Array(6).fill(false),
      ...Array(5).fill(true),
    ]);
  });

  it('forces nobody whom the order puts there', () => {
    expect(ranked([9, 3], [8, 7], [1, 1, 2])).toEqual([
      { item: 9, member: true, forced: false },
      { item: 8, member: false, forced: false },
      { item: 3, member: true, forced: true },
    ]);
  });

  it('goes on with those who are there', () => {
    expect(items(ranked([1], [9, 8], [1, 2, 2, 3]))).toEqual([1, 9, 8]);
    expect(items(ranked([3, 2], [], [0, 0, 0]))).toEqual([3, 2]);
    expect(ranked([], [], [0])).toEqual([]);
  });
});
