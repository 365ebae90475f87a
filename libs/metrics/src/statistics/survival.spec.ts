import { describe, expect, it } from '@jest/globals';
import { survivalCurve, timeBy, type Observation } from './survival.js';

const ended = (...times: number[]): Observation[] => times.map((time) => ({ time, ended: true }));
const lost = (...times: number[]): Observation[] => times.map((time) => ({ time, ended: false }));
const rounded = (observations: readonly Observation[]) =>
  survivalCurve(observations).map(({ time, atRisk, ended: d, survival }) => [
    time,
    atRisk,
    d,
    Math.round(survival * 1000) / 1000,
  ]);

describe('the Kaplan-Meier estimator', () => {
  it('gives the table of Bewick, Cheek and Ball, Critical Care 8 (2004) 389, table 2', () => {
    const treatment2 = [...ended(1, 1, 4, 5, 9, 22), ...lost(6, 9)];
    expect(rounded(treatment2)).toEqual([
      [1, 8, 2, 0.75],
      [4, 6, 1, 0.625],
      [5, 5, 1, 0.5],
      [9, 3, 1, 0.333],
      [22, 1, 1, 0],
    ]);
    expect(timeBy(survivalCurve(treatment2), 0.5)).toBe(5);
    expect(timeBy(survivalCurve(treatment2), 0.9)).toBe(22);
  });

  it('gives the remissions under 6-MP of Freireich and others, Blood 21 (1963) 699', () => {
    const remissions = [
      ...ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...lost(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ];
    expect(rounded(remissions)).toEqual([
      [6, 21, 3, 0.857],
      [7, 17, 1, 0.807],
      [10, 15, 1, 0.753],
      [13, 12, 1, 0.69],
      [16, 11, 1, 0.627],
      [22, 7, 1, 0.538],
      [23, 6, 1, 0.448],
    ]);
    expect(timeBy(survivalCurve(remissions), 0.5)).toBe(23);
    expect(timeBy(survivalCurve(remissions), 0.9)).toBeNull();
  });

  it('is the share that has not ended where nothing is censored', () => {
    const times = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    const control = ended(...times);
    const at10 = survivalCurve(control).findLast(({ time }) => time <= 10)!;
    expect(at10.survival).toBeCloseTo(8 / 21, 12);
    expect(timeBy(survivalCurve(control), 0.5)).toBe(8);
  });

  it('is the nearest-rank percentile for every share of every number of cases', () => {
    const wrong: [number, number][] = [];
    for (let n = 1; n <= 120; n++) {
      const curve = survivalCurve(ended(...Array.from({ length: n }, (_, i) => i + 1)));
      for (let k = 1; k <= n; k++) if (timeBy(curve, k / n) !== k) wrong.push([k, n]);
    }
    expect(wrong).toEqual([]);
  });

  it('does not depend on the order of the cases, nor change them', () => {
    const cases = Object.freeze([...lost(3), ...ended(5, 1), ...lost(1)]);
    expect(survivalCurve(cases)).toEqual(survivalCurve(cases.toReversed()));
  });

  it('says nothing of what nobody has seen end', () => {
    expect(survivalCurve([])).toEqual([]);
    expect(timeBy(survivalCurve(lost(1, 2, 3)), 0.5)).toBeNull();
  });
});
