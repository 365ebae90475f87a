import { describe, expect, it } from '@jest/globals';
import { agreementOf, estimateFrom, type Label, LABELS } from './agreement.js';

const times = (count: number, one: Label, other: Label): [Label, Label][] =>
  Array.from({ length: count }, () => [one, other]);

describe('agreement of two people', () => {
  it('is kappa with the interval of its standard error', () => {
    // Cohen's own example (1960) of three categories. The error was reckoned apart, from the gradient of kappa.
    const counts = [
      [88, 10, 2],
      [14, 40, 6],
      [18, 10, 12],
    ];
    const labels = counts.flatMap((row, i) =>
      row.flatMap((count, j) => times(count, LABELS[i]!, LABELS[j]!)),
    );
    const { pairs, agreed, kappa } = agreementOf(labels);
    expect({ pairs, agreed }).toEqual({ pairs: 200, agreed: 0.7 });
    expect(kappa?.value).toBeCloseTo(0.492, 3);
    const error = (kappa!.to - kappa!.from) / 2 / 1.96;
    expect(error).toBeCloseTo(0.051, 4);
  });

  it('is nothing where all labels are one, and 1 where both always agree', () => {
    expect(agreementOf(times(9, 'same', 'same'))).toEqual({ pairs: 9, agreed: 1, kappa: null });
    expect(agreementOf([])).toMatchObject({ pairs: 0, kappa: null });
    const both = [...times(5, 'same', 'same'), ...times(5, 'different', 'different')];
    expect(agreementOf(both).kappa).toEqual({ value: 1, from: 1, to: 1 });
  });
});

describe('estimates from a sample', () => {
  const bands = (labelled: number, same: [number, number, number]) =>
    [null, 0, 3_000].map((least, i) => ({ least, pairs: 100, labelled, same: same[i]! }));

  it('are exact where everything is labelled', () => {
    const { precision, recall } = estimateFrom(bands(100, [10, 50, 90]), 3_000, 1);
    expect(precision).toEqual({ value: 0.9, from: 0.9, to: 0.9 });
    expect(recall).toEqual({ value: 0.6, from: 0.6, to: 0.6 });
  });

  it('are uncertain even if a few of a band are all the same', () => {
    const { precision } = estimateFrom(bands(5, [0, 3, 5]), 3_000, 1);
    expect(precision).toMatchObject({ value: 1, to: 1 });
    expect(precision!.from).toBeGreaterThan(0.5);
    expect(precision!.from).toBeLessThan(0.8);
  });

  it('weigh each band by its pairs', () => {
    const few = { least: 3_000, pairs: 10, labelled: 10, same: 10 };
    const many = { least: null, pairs: 1_000, labelled: 10, same: 1 };
    const { precision, recall } = estimateFrom([many, few], 3_000, 1);
    expect(precision?.value).toBe(1);
    expect(recall?.value).toBeCloseTo(10 / 110);
    expect(recall!.from).toBeLessThan(0.05);
    expect(recall!.to).toBeGreaterThan(0.3);
  });

  it('are none where nothing was found, and the same for one seed', () => {
    const none = [{ least: 0, pairs: 0, labelled: 0, same: 0 }];
    expect(estimateFrom(none, 0, 1)).toEqual({ precision: null, recall: null });
    const some = bands(5, [0, 2, 4]);
    expect(estimateFrom(some, 0, 7)).toEqual(estimateFrom(some, 0, 7));
  });
});
