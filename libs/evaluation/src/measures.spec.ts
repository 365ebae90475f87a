import { describe, expect, it } from '@jest/globals';
import {
  averagePrecision,
  bpref,
  judgedShare,
  ndcg,
  precision,
  recall,
  reciprocalRank,
  relevanceOf,
} from './measures.js';

/** The gains of the example in Järvelin and Kekäläinen 2002: 3, 2, 3, 0, 0, 1, 2, 2, 3, 0; e and j are not judged, x and y not ranked. */
const ranking = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const judged = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 3],
  ['d', 0],
  ['f', 1],
  ['g', 2],
  ['h', 2],
  ['i', 3],
  ['x', 2],
  ['y', 1],
]);
const relevance = relevanceOf(ranking, judged, 2);

describe('measures, by hand', () => {
  it('nDCG: gain over log2(rank + 1), over the ideal order', () => {
    const l = Math.log2;
    const dcg = 3 + 2 / l(3) + 3 / 2;
    const ideal = 3 + 3 / l(3) + 3 / 2;
    expect(ndcg(ranking, judged, 3)).toBeCloseTo(dcg / ideal, 12);
    const dcgOfTen = dcg + 1 / l(7) + 2 / l(8) + 2 / l(9) + 3 / l(10);
    const idealOfTen = ideal + 2 / l(5) + 2 / l(6) + 2 / l(7) + 2 / l(8) + 1 / l(9) + 1 / l(10);
    expect(ndcg(ranking, judged, 10)).toBeCloseTo(dcgOfTen / idealOfTen, 12);
  });

  it('nDCG is 1 for the ideal order and 0 where nothing is judged above 0', () => {
    const best = [...judged].toSorted(([, a], [, b]) => b - a).map(([docno]) => docno);
    for (const k of [1, 3, 10]) expect(ndcg(best, judged, k)).toBe(1);
    expect(ndcg(ranking, new Map([['a', 0]]), 10)).toBe(0);
  });

  it('precision and recall at k', () => {
    expect(relevance).toEqual([true, true, true, false, false, false, true, true, true, false]);
    expect(precision(relevance, 5)).toBe(3 / 5);
    expect(precision(relevance, 20)).toBe(6 / 20);
    expect(recall(relevance, 7, 5)).toBe(3 / 7);
    expect(recall(relevance, 7, 20)).toBe(6 / 7);
    expect(recall([], 0, 5)).toBe(0);
  });

  it('reciprocal rank of the first relevant', () => {
    expect(reciprocalRank(relevance)).toBe(1);
    expect(reciprocalRank([false, false, true, true])).toBe(1 / 3);
    expect(reciprocalRank([false])).toBe(0);
  });

  it('average precision', () => {
    const sum = 1 / 1 + 2 / 2 + 3 / 3 + 4 / 7 + 5 / 8 + 6 / 9;
    expect(averagePrecision(relevance, 7)).toBeCloseTo(sum / 7, 12);
  });

  it('bpref looks at judged ones only', () => {
    // Relevant 7, judged not relevant 3: d (0), f (1) and y (1); d precedes g, h and i, f does too.
    const sum = 3 + 3 * (1 - 2 / 3);
    expect(bpref(ranking, judged, 2)).toBeCloseTo(sum / 7, 12);
    const withStrangers = ranking.flatMap((docno) => [`nobody-${docno}`, docno]);
    expect(bpref(withStrangers, judged, 2)).toBe(bpref(ranking, judged, 2));
  });

  it('judged at k says how much is known', () => {
    expect(judgedShare(ranking, judged, 5)).toBe(4 / 5);
    expect(judgedShare(ranking, judged, 50)).toBe(8 / 10);
    expect(judgedShare([], judged, 5)).toBe(0);
  });
});
