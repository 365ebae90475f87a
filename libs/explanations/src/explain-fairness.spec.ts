import { type FairPlace, PROTECTED_GROUPS } from '#matching';
import { LOCALES } from '#vocabulary';
import { describe, expect, it } from '@jest/globals';
import { explainFairness } from './explain-fairness.js';

const forced: FairPlace = {
  rankWithout: 41,
  rotation: { share: 250_000, points: 12_500 },
  group: { group: 'YOUNG_LEADERS', member: true, forced: true, required: 2 },
};

describe('explainFairness', () => {
  it('says what moved her, and from where', () => {
    expect(explainFairness({ rank: 9, fairness: forced })).toEqual([
      'Fair exposure: place 9; without it, place 41.',
      'Rotation took 1.3% of the full score, because her exposure for other needs is 25% of the largest.',
      'The fairness test moved her up: of the first 9 places, at least 2 must go to young leaders.',
    ]);
  });

  it('says no more than there is to say', () => {
    const group = { group: 'NETWORKS', member: true, forced: false, required: 2 } as const;
    expect(explainFairness({ rank: 9, fairness: { rankWithout: 9, group } })).toEqual([
      'Fair exposure: place 9, with it and without it.',
    ]);
    const rotation = { share: 0, points: 0 };
    expect(explainFairness({ rank: 1, fairness: { rankWithout: 2, rotation } })).toEqual([
      'Fair exposure: place 1; without it, place 2.',
      'Rotation took nothing.',
    ]);
  });

  it.each(LOCALES)('says it in %s, with every value in its place', (locale) => {
    const texts = PROTECTED_GROUPS.map((group) =>
      explainFairness(
        { rank: 9, fairness: { ...forced, group: { ...forced.group!, group } } },
        locale,
      ).join(' '),
    );
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined/);
    expect(new Set(texts).size).toBe(PROTECTED_GROUPS.length);
    if (locale !== 'en') expect(texts[0]).not.toContain('Fair exposure');
  });
});
