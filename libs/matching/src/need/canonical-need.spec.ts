import { describe, expect, it } from '@jest/globals';
import {
  assumedTerritories,
  canonicalText,
  validateNeed,
  withCanonicalCodes,
  withCanonicalTeamCodes,
  type Need,
} from '../index.js';

const need = (more: Partial<Need>): Need => ({
  id: 'need',
  date: '2026-01-01',
  hard: {},
  soft: { languages: [{ code: 'fr' }] },
  ...more,
});

describe('a need', () => {
  it.each([
    ['arb', 'ar'],
    ['cmn', 'zh'],
    ['swa', 'sw'],
    ['tw', 'ak'],
    ['kmr', 'ku'],
    ['fuc', 'ff'],
    ['ary', 'ary'],
    ['AR', 'ar'],
  ])('has %s read as %s wherever a language stands', (written, code) => {
    const read = withCanonicalCodes(
      need({
        hard: { languages: [{ code: written, level: 'B2' }] },
        soft: { languages: [{ code: written, weight: 3 }] },
      }),
    );
    expect(read.hard.languages).toEqual([{ code, level: 'B2' }]);
    expect(read.soft.languages).toEqual([{ code, weight: 3 }]);
    expect(validateNeed(read)).toEqual([]);
    const { constraints } = withCanonicalTeamCodes({
      size: 2,
      constraints: { languages: [{ code: written, level: 'B2' }] },
    });
    expect(constraints.languages).toEqual([{ code, level: 'B2' }]);
  });

  it('has names and what is not known left as they are, to be refused by their paths', () => {
    const read = withCanonicalCodes(
      need({ soft: { languages: [{ code: 'fr' }, { code: 'Arabic' }, { code: 'qqq' }] } }),
    );
    expect(validateNeed(read).map(({ path }) => path)).toEqual([
      'soft.languages.1.code',
      'soft.languages.2.code',
    ]);
  });

  it.each([null, 7, 'need', {}, { hard: 3, soft: { languages: [null, 'x'], territories: 'ML' } }])(
    'may be any JSON: %j',
    (json) => {
      expect(() => withCanonicalCodes({ ...(json as unknown as Need) })).not.toThrow();
    },
  );

  it('is where the single countries are that it wants, unless it says so itself', () => {
    const soft = {
      territories: [{ code: 'SD' }, { code: '011' }, { code: 'ECOWAS' }, { code: 'SD' }],
    };
    expect(assumedTerritories(need({ soft }))).toEqual(['SD']);
    expect(assumedTerritories(need({ soft, territories: [] }))).toEqual([]);
    expect(assumedTerritories(need({ soft, territories: ['ML'] }))).toEqual([]);
    expect(assumedTerritories(need({}))).toEqual([]);
  });

  it('has one text for all its spellings, and another for another need', () => {
    const one = need({
      weights: { LANGUAGE: 250, REGION: 7 },
      hard: { roles: ['facilitator', 'co-mediator'], allowStale: false, tracks: [] },
      soft: {
        languages: [{ code: 'fr' }, { code: 'ar', level: 'B2' }],
        years: true,
        text: undefined,
      },
      territories: ['ML', 'NE', 'ML'],
    });
    const other = need({
      territories: ['NE', 'ML'],
      soft: {
        networks: [],
        years: 10,
        languages: [
          { code: 'ar', level: 'B2', weight: 1 },
          { code: 'fr', level: 'C1' },
        ],
      },
      hard: { roles: ['co-mediator', 'facilitator', 'facilitator'], minimumYears: 0 },
    });
    expect(canonicalText(other, '')).toBe(canonicalText(one, ''));
    expect(canonicalText(one, 'talks')).not.toBe(canonicalText(one, ''));
    for (const change of [
      { date: '2026-01-02' },
      { territories: ['ML'] },
      { weights: { LANGUAGE: 251 } },
      { hard: { ...one.hard, allowStale: true } },
      { soft: { ...one.soft, languages: [{ code: 'fr' }, { code: 'fr' }] } },
    ]) {
      expect(canonicalText({ ...one, ...change }, '')).not.toBe(canonicalText(one, ''));
    }
  });
});
