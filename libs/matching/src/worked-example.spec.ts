import { describe, expect, it } from '@jest/globals';
import { type Candidate, CandidatePool, type Need, rank } from './index.js';
import { NOBODY } from './candidate.fixture.js';

/** The worked example of docs/matching.md, number by number. */
const need: Need = {
  id: 'worked-example',
  date: '2026-01-01',
  hard: {},
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
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  languages: [
    { code: 'fr', level: 'C2' },
    { code: 'mey', level: 'B1' },
  ],
  territories: ['NE', 'MR'],
  expertise: [
    { code: 'mediation.ceasefire-mediation', level: 1 },
    { code: 'mediation.shuttle-diplomacy', level: 3 },
  ],
  years: 12,
};

describe('the worked example', () => {
  const pool = new CandidatePool();
  pool.upsert(amina);
  const ranking = rank(pool, need, { limit: 10 });
  const [result] = ranking.results;

  it('scores 679,687 = 273,437 + 218,750 + 187,500', () => {
    expect(ranking).toMatchObject({ modelVersion: 1, considered: 1, eligible: 1, hasNext: false });
    expect(result).toMatchObject({ rank: 1, total: 543_750_000, score: 679_687 });
    const rows = result!.contributions.map(({ criterion, value, weight, contribution }) => [
      criterion,
      value,
      weight,
      contribution,
    ]);
    expect(rows).toEqual([
      ['LANGUAGE', 875_000, 250, 273_437],
      ['REGION', 700_000, 250, 218_750],
      ['EXPERTISE', 500_000, 300, 187_500],
    ]);
  });

  it('says what was wanted and found', () => {
    expect(result!.contributions.map(({ wanted }) => wanted)).toEqual([
      [
        { code: 'fr', level: 'C1', weight: 1 },
        { code: 'ar', level: 'B2', weight: 1 },
      ],
      [{ code: 'ML', weight: 1 }],
      [{ code: 'mediation.ceasefire-mediation', level: 2, weight: 1 }],
    ]);
    expect(result!.contributions.map(({ found }) => found)).toEqual([
      [
        { code: 'fr', level: 'C2', relation: 'same', fit: 1_000_000 },
        { code: 'mey', level: 'B1', relation: 'member', fit: 750_000 },
      ],
      [{ code: 'NE', relation: 'neighbour', fit: 700_000 }],
      [{ code: 'mediation.ceasefire-mediation', level: 1, relation: 'same', fit: 500_000 }],
    ]);
  });
});
