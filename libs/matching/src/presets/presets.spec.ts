import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import {
  CandidatePool,
  CRITERIA,
  PRESET_CODES,
  PRESETS,
  type Need,
  presetText,
  rank,
  validateNeed,
  withPreset,
} from '../index.js';
import { NOBODY } from '../candidate.fixture.js';

const need = (changes: Partial<Need>): Need => ({
  id: 'need',
  date: '2026-01-01',
  hard: {},
  soft: { years: 5 },
  ...changes,
});

describe('presets', () => {
  it('are at least eight, of different weights', () => {
    const weights = PRESET_CODES.map((code) => JSON.stringify(PRESETS[code].weights));
    expect(new Set(weights).size).toBe(PRESET_CODES.length);
    expect(PRESET_CODES.length).toBeGreaterThanOrEqual(8);
  });

  it.each(PRESET_CODES)(
    '%s weighs every criterion, and suggests what the vocabulary has',
    (code) => {
      const { weights, suggests } = PRESETS[code];
      expect(Object.keys(weights)).toEqual([...CRITERIA]);
      const suggested = need({ soft: suggests, weights });
      expect(validateNeed(suggested)).toEqual([]);
      expect(suggests.expertise.length).toBeGreaterThan(0);
    },
  );

  it.each(LOCALES)('have a title and a reason in %s', (locale) => {
    const texts = PRESET_CODES.map((code) => presetText(code, locale));
    expect(new Set(texts.map(({ title }) => title)).size).toBe(PRESET_CODES.length);
    for (const { title, reason } of texts) {
      expect(title.length).toBeGreaterThan(3);
      expect(reason).toMatch(/[.]$/);
      if (locale !== 'en')
        expect(PRESET_CODES.map((c) => presetText(c, 'en').reason)).not.toContain(reason);
    }
  });

  it('weigh stated criteria, and give way to weights of the need', () => {
    const stated = need({ weights: { YEARS: 7 }, soft: { years: 5, freshness: true } });
    expect(withPreset(stated, 'humanitarian-access').weights).toEqual({ YEARS: 7, FRESHNESS: 40 });
  });

  it('move the weights of model 2 half as far', () => {
    const soft = { years: 5, freshness: true, mentor: true } as const;
    const later = need({ version: 2, soft });
    // 40 * sqrt(80 / 30), the higher of 10 and 80, and what model 1 does not know.
    expect(withPreset(later, 'ceasefire-talks').weights).toEqual({
      YEARS: 65,
      FRESHNESS: 80,
      MENTOR: 60,
    });
    const period = { from: '2026-02-01', to: '2026-03-01' };
    const days = need({ version: 2, soft: { availability: true }, period });
    expect(withPreset(days, 'ceasefire-talks').weights).toEqual({ AVAILABILITY: 150 });
    expect(withPreset(days, 'humanitarian-access').weights).toEqual({ AVAILABILITY: 180 });
  });

  it('decide the order where the need gives no weights', () => {
    const pool = new CandidatePool();
    const woman = (n: number, changes: object) =>
      pool.upsert({
        ...NOBODY,
        id: `00000000-0000-4000-8000-00000000000${n}`,
        ...changes,
      });
    woman(1, { languages: [{ code: 'fr', level: 'native' }] });
    woman(2, { expertise: [{ code: 'governance.constitution-making', level: 3 }] });
    const asked = need({
      soft: {
        languages: [{ code: 'fr' }],
        expertise: [{ code: 'governance.constitution-making' }],
      },
    });
    const first = (of: Need) => rank(pool, of, { limit: 1 }).results[0]?.id.at(-1);
    expect(first(withPreset(asked, 'community-mediation'))).toBe('1');
    expect(first(withPreset(asked, 'constitution-process'))).toBe('2');
  });
});
