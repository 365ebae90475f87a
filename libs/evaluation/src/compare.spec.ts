import { describe, expect, it } from '@jest/globals';
import { agreement, compareEvaluations, holm, meanInterval, randomisationTest } from './compare.js';
import { evaluate } from './evaluate.js';
import { parseQrels } from './trec.js';

const settings = { cutoffs: [1], threshold: 2 };

describe('two runs', () => {
  const qrels = parseQrels('1 0 a 3\n1 0 b 0\n2 0 a 0\n2 0 b 2\n3 0 a 3\n3 0 b 3\n');
  const always = (docno: string) =>
    evaluate(qrels, new Map(['1', '2', '3'].map((topic) => [topic, [docno]])), settings);

  it('are compared topic by topic', () => {
    const [ndcg] = compareEvaluations(always('a'), always('b'));
    expect(ndcg).toMatchObject({
      measure: 'nDCG@1',
      wins: 1,
      losses: 1,
      ties: 1,
      difference: 0,
      p: 1,
    });
    expect(ndcg?.first).toBeCloseTo(2 / 3, 12);
  });

  it('a topic without a ranking counts 0 and is named', () => {
    const evaluation = evaluate(
      qrels,
      new Map([
        ['1', ['a']],
        ['9', ['a']],
      ]),
      settings,
    );
    expect(evaluation).toMatchObject({ missing: ['2', '3'], unjudged: ['9'] });
    expect(evaluation.mean['precision@1']).toBeCloseTo(1 / 3, 12);
  });
});

describe('the randomisation test', () => {
  it('counts all assignments of signs where they are few', () => {
    // Sums of ±1 ±2 ±3: 6 and -6 are as extreme as 6, two of eight.
    expect(randomisationTest([1, 2, 3])).toBe(2 / 8);
    // At least as far as 4: ±6, ±4.
    expect(randomisationTest([-1, 2, 3])).toBe(4 / 8);
    expect(randomisationTest([0, 0])).toBe(1);
  });

  it('draws the same sample each time where they are many, near what is exact', () => {
    const differences = Array.from({ length: 16 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
    const exact = randomisationTest(differences);
    const sampled = randomisationTest([...differences, 1e-12]);
    expect(sampled).toBe(randomisationTest([...differences, 1e-12]));
    expect(Math.abs(sampled - exact)).toBeLessThan(0.01);
    expect(randomisationTest(Array.from({ length: 40 }, () => 1))).toBe(1 / 100_001);
  });
});

describe('agreement', () => {
  const of = (...grades: number[]) =>
    new Map([['1', new Map(grades.map((grade, i) => [`d${i}`, grade]))]]);

  it('is 1 for the same grades, and about 0 for chance', () => {
    expect(agreement(of(0, 1, 2, 3), of(0, 1, 2, 3))).toEqual({
      pairs: 4,
      same: 1,
      withinOne: 1,
      kappa: 1,
    });
    expect(agreement(of(0, 0, 3, 3), of(0, 3, 0, 3)).kappa).toBe(0);
  });

  it('weighs a disagreement by the distance of the grades', () => {
    // Observed 2; expected distances: rows 0,0,2,3 against 0,1,2,2.
    const expected = (0 + 1 + 2 + 2 + (0 + 1 + 2 + 2) + (2 + 1 + 0 + 0) + (3 + 2 + 1 + 1)) / 4;
    const { kappa, same, withinOne } = agreement(of(0, 0, 2, 3), of(0, 1, 2, 2));
    expect(kappa).toBeCloseTo(1 - 2 / expected, 12);
    expect([same, withinOne]).toEqual([0.5, 1]);
  });

  it('looks only at what both judged', () => {
    expect(agreement(of(0, 1), of(0)).pairs).toBe(1);
  });
});

describe('the correction for several comparisons', () => {
  it('is that of Holm, whatever the order', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, 0.5])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('the interval of a mean', () => {
  it('is that of Student', () => {
    // R: t.test(c(0.1, 0.3, 0.2))$conf.int
    const { low, high } = meanInterval([0.1, 0.3, 0.2])!;
    expect(low).toBeCloseTo(-0.04841, 4);
    expect(high).toBeCloseTo(0.44841, 4);
  });

  it('needs two values', () => {
    expect(meanInterval([0.4])).toBeNull();
  });
});
