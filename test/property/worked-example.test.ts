import { describe, expect, it } from '@jest/globals';
import { AnalysisSentences } from '#explanations';
import {
  type Candidate,
  CandidatePool,
  compareCandidates,
  explainPlace,
  nearlyEligible,
  type Need,
  waterfall,
} from '#matching';
import { NOBODY } from '../../libs/matching/src/candidate.fixture.js';

/** The worked example of docs/explanations.md, number by number. */
const need: Need = {
  id: 'worked-example',
  date: '2026-01-01',
  hard: { languages: [{ code: 'fr', level: 'B1' }] },
  soft: {
    languages: [
      { code: 'fr', level: 'C1' },
      { code: 'ar', level: 'B2' },
    ],
    territories: [{ code: 'ML' }],
    expertise: [{ code: 'mediation.ceasefire-mediation', level: 2 }],
  },
};

const amina: Candidate = {
  ...NOBODY,
  years: 12,
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  lot: '01890a5d-ac96-774b-bcce-b302099a8057',
  languages: [
    { code: 'fr', level: 'C2' },
    { code: 'mey', level: 'B1' },
  ],
  territories: ['NE', 'MR'],
  expertise: [
    { code: 'mediation.ceasefire-mediation', level: 1 },
    { code: 'mediation.shuttle-diplomacy', level: 3 },
  ],
};
const binta: Candidate = {
  ...NOBODY,
  years: 12,
  id: '01890a5d-ac96-774b-bcce-b302099a8058',
  lot: '01890a5d-ac96-774b-bcce-b302099a8058',
  languages: [
    { code: 'fr', level: 'C1' },
    { code: 'ar', level: 'B1' },
  ],
  territories: ['ML'],
  expertise: [{ code: 'mediation.shuttle-diplomacy', level: 3 }],
};
const chantal: Candidate = {
  ...NOBODY,
  years: 12,
  id: '01890a5d-ac96-774b-bcce-b302099a8059',
  lot: '01890a5d-ac96-774b-bcce-b302099a8059',
  languages: [
    { code: 'fr', level: 'A2' },
    { code: 'ar', level: 'native' },
  ],
  territories: ['ML'],
  expertise: [{ code: 'mediation.ceasefire-mediation', level: 3 }],
};
const dalia: Candidate = {
  ...chantal,
  id: '01890a5d-ac96-774b-bcce-b302099a8060',
  lot: '01890a5d-ac96-774b-bcce-b302099a8060',
  consentMatched: false,
};

const pool = new CandidatePool();
for (const each of [amina, binta, chantal, dalia]) pool.upsert(each);
const say = new AnalysisSentences('en');

describe('the worked example', () => {
  it('lifts Amina to the first place by one level of Hassaniyya', () => {
    const place = explainPlace(pool, need, amina.id, { top: 1 });
    expect(place).toMatchObject({ standing: 'outside', rank: 2, score: 679_687 });
    if (place?.standing !== 'outside') throw new Error('She is outside.');
    const { counterfactual } = place;
    expect(counterfactual.needed).toBeGreaterThanOrEqual(15_000_000);
    expect(
      counterfactual.lifts.map(({ change, steps, gain, score, rank }) => [
        change.criterion,
        steps,
        gain,
        score,
        rank,
      ]),
    ).toEqual([
      ['LANGUAGE', 1, 31_250_000, 718_750, 1],
      ['REGION', 1, 75_000_000, 773_437, 1],
      ['EXPERTISE', 1, 150_000_000, 867_187, 1],
    ]);
    expect(say.counterfactual(place)[0]).toBe(
      'With Hassaniyya at B2 instead of B1 her rank would be 1 and her score 71.9%.',
    );
  });

  it('finds Binta first in some nine of ten weightings', () => {
    const place = explainPlace(pool, need, binta.id, { top: 1 });
    if (place?.standing !== 'inside') throw new Error('She is inside.');
    expect(place.margin?.score).toBe(18_750);
    expect(place.margin?.leastValues.map(({ least }) => least)).toMatchObject([
      815_000, 940_000, 250_000,
    ]);
    expect(place.stability).toMatchObject({
      delta: 20,
      samples: 200,
      ranks: { best: 1, worst: 2 },
    });
    expect(place.stability.interval.low).toBeLessThan(900_000);
    expect(place.stability.interval.high).toBeGreaterThan(900_000);
    expect(say.stability(place.stability, 1)).toContain('When each weight moves by up to 20%');
  });

  it('sees the region decide between them, and turn', () => {
    const found = compareCandidates(pool, need, amina.id, binta.id)!;
    expect(found).toMatchObject({ ahead: 'second', difference: -18_750, decidedBy: 'REGION' });
    expect(found.criteria.map(({ difference }) => difference)).toEqual([0, -93_750, 75_000]);
    expect(found.turns.map(({ criterion, to }) => [criterion, to])).toEqual([
      ['REGION', 199],
      ['EXPERTISE', 376],
    ]);
    expect(say.comparison(found, { first: 'Amina', second: 'Binta' })).toEqual([
      'Binta is ahead of Amina by 1.9%; what favours her most is: Region.',
      'With the weight 199 instead of 250 for "Region", Amina would be ahead.',
    ]);
  });

  it('shows where the pool goes, and whom French alone keeps out', () => {
    const { considered, steps, eligible } = waterfall(pool, need);
    expect([considered, eligible]).toEqual([4, 2]);
    expect(steps).toEqual([
      { criterion: 'CONSENT', alone: 1, removed: 1, remaining: 3, addedIfDropped: 0 },
      { criterion: 'STATE', alone: 0, removed: 0, remaining: 3, addedIfDropped: 0 },
      { criterion: 'LANGUAGE', alone: 2, removed: 1, remaining: 2, addedIfDropped: 1 },
    ]);
    const nearly = nearlyEligible(pool, need, { limit: 10 });
    expect(nearly).toMatchObject({ total: 1, kept: 0, hasNext: false });
    const [her] = nearly.results;
    expect(her).toMatchObject({ id: chantal.id, score: 906_250 });
    expect(say.nearly(her!)).toBe(
      'Only one criterion excludes her. Languages: French (B1) is required and she has A2. ' +
        'Without it her score would be 90.6%.',
    );
  });
});
