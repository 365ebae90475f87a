import { describe, expect, it } from '@jest/globals';
import { CandidatePool } from '../engine/candidate-pool.js';
import { InvalidNeed } from '../problems.js';
import { type NeedFairness, validateFairness } from './fairness.js';
import { rankFairly } from './rank-fairly.js';

const pathsOf = (fairness: unknown) =>
  validateFairness(fairness as NeedFairness).map(({ path }) => path);

describe('validateFairness', () => {
  it('accepts nothing, and everything within bounds', () => {
    expect(validateFairness(undefined)).toEqual([]);
    expect(validateFairness({})).toEqual([]);
    expect(
      validateFairness({
        rotation: { strength: 200, windowDays: 30 },
        group: { group: 'NETWORKS', networks: ['femwise'], proportion: 300_000, places: 100 },
      }),
    ).toEqual([]);
    const group = { group: 'UNDER_REPRESENTED_NETWORKS', proportion: 20_000 } as const;
    expect(validateFairness({ group })).toEqual([]);
  });

  it('says everything at once, by path', () => {
    expect(
      pathsOf({
        rotation: { strength: 201, windowDays: 29 },
        group: { group: 'BLONDES', proportion: 335_000, alpha: 0, places: 9, networks: [''] },
        quota: 3,
      }),
    ).toEqual([
      'fairness.quota',
      'fairness.rotation.strength',
      'fairness.rotation.windowDays',
      'fairness.group.group',
      'fairness.group.proportion',
      'fairness.group.alpha',
      'fairness.group.places',
      'fairness.group.networks.0',
    ]);
  });

  it('wants the members of a group that has to be named', () => {
    expect(pathsOf({ group: { group: 'NETWORKS', proportion: 500_000 } })).toEqual([
      'fairness.group.networks',
    ]);
    const group = { group: 'NATIONALS_OR_RESIDENTS', territories: [], proportion: 500_000 };
    expect(pathsOf({ group })).toEqual(['fairness.group.territories']);
  });

  it.each([
    ['fair'],
    [[]],
    [{ rotation: 5 }],
    [{ group: [] }],
    [{ rotation: {} }],
    [{ group: {} }],
  ])('answers any JSON with problems: %j', (fairness) =>
    expect(pathsOf(fairness).length).toBeGreaterThan(0),
  );

  it('keeps rankFairly from rules that are none', () => {
    const need = { id: 'need', date: '2026-01-01', hard: {}, soft: { freshness: true } };
    const rotation = { strength: 0.5, shares: new Map() };
    expect(() => rankFairly(new CandidatePool(), need, { limit: 1 }, { rotation })).toThrow(
      InvalidNeed,
    );
  });
});
