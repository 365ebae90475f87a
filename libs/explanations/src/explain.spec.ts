import { type Contribution, type Criterion, type Evidence } from '#matching';
import { explain } from './explain.js';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';

function sentence<C extends Criterion>(
  criterion: C,
  wanted: Evidence[C]['wanted'],
  found: Evidence[C]['found'],
  value = 1_000_000,
) {
  const contribution = { criterion, wanted, found, value, weight: 1, contribution: value };
  return explain(contribution as unknown as Contribution);
}

describe('explain', () => {
  it('says for each wanted item what was found', () => {
    const wanted = [
      { code: 'fr', level: 'C1', weight: 1 },
      { code: 'ary', level: 'B2', weight: 1 },
      { code: 'sw', level: 'B2', weight: 1 },
    ] as const;
    const found = [
      { code: 'fr', level: 'C2', relation: 'same', fit: 1_000_000 },
      { code: 'ar', level: 'B1', relation: 'macrolanguage', fit: 450_000 },
      null,
    ] as const;
    expect(sentence('LANGUAGE', [...wanted], [...found])).toBe(
      'Languages: French (C1) is wanted and she has French (C2): 100%; ' +
        'Moroccan Arabic (B2) is wanted and she states only Arabic (B1), which includes it: 45%; ' +
        'Swahili (B2) is wanted and she has no language near it.',
    );
  });

  it('names territories, regions and groupings', () => {
    const wanted = ['ML', 'ECOWAS', '011'].map((code) => ({ code, weight: 1 }));
    const text = sentence('REGION', wanted, [
      { code: 'NE', relation: 'neighbour', fit: 700_000 },
      null,
      { code: 'NE', relation: 'inside', fit: 1_000_000 },
    ]);
    expect(text).toContain('Mali is wanted and she has expertise on its neighbour Niger: 70%; ');
    expect(text).toContain('Western Africa is wanted and Niger, where she has expertise,');
  });

  it('counts in words of the language', () => {
    expect(sentence('YEARS', 10, 1, 100_000)).toBe(
      'Years of experience: 10 years earn the full value and she has 1 year: 10%.',
    );
    const wanted = { from: '2026-03-01', to: '2026-03-10', days: 10 };
    expect(sentence('AVAILABILITY', wanted, { days: 4 }, 400_000)).toBe(
      'Availability: she is available for 4 of the 10 days from March 1, 2026 to March 10, 2026: 40%.',
    );
  });

  it.each<[string, string]>([
    [
      sentence('ROLE', ['adviser', 'facilitator'], { role: 'adviser', standing: 'served' }),
      'is wanted and she has served as',
    ],
    [sentence('ROLE', ['adviser'], null, 0), 'she has no such role'],
    [sentence('TRACK', [{ code: '2', weight: 1 }], [null], 0), 'no track next to it'],
    [sentence('PROCESS', { type: 'local', phase: null }, null, 0), 'no deployment of hers'],
    [sentence('FRESHNESS', { asOf: '2026-01-01' }, null, 0), 'she has never confirmed'],
    [sentence('TEXT', { matches: 40 }, { place: 3 }, 950_000), 'number 3 of 40 matches'],
    [sentence('NETWORK', ['a', 'b'], ['b']), 'a or b is preferred and she belongs to b: 100%.'],
  ])('says "%s"', (text, part) => {
    expect(text).toContain(part);
  });

  const everything: Contribution[] = [
    ...(['same', 'member', 'macrolanguage', 'sibling', 'understood'] as const).map((relation) => ({
      criterion: 'LANGUAGE' as const,
      wanted: [{ code: 'ary', level: 'B2' as const, weight: 1 }],
      found: [{ code: 'ary', level: 'B2' as const, relation, fit: 500_000 }],
    })),
    ...(['same', 'inside', 'neighbour', 'near', 'continent'] as const).map((relation) => ({
      criterion: 'REGION' as const,
      wanted: [{ code: 'ML', weight: 1 }],
      found: [{ code: 'NE', relation, fit: 500_000 }],
    })),
    ...(['same', 'child', 'domain', 'sibling'] as const).map((relation) => ({
      criterion: 'EXPERTISE' as const,
      wanted: [{ code: 'justice', level: 2 as const, weight: 1 }],
      found: [{ code: 'justice.reparations', level: 2 as const, relation, fit: 500_000 }],
    })),
    {
      criterion: 'TRACK' as const,
      wanted: [{ code: '2' as const, weight: 1 }],
      found: [{ code: '3' as const, relation: 'next' as const, fit: 500_000 }],
    },
    ...(['type-and-phase', 'type', 'phase'] as const).map((same) => ({
      criterion: 'PROCESS' as const,
      wanted: { type: 'local' as const, phase: 'agreement' as const },
      found: { type: 'local' as const, phase: 'agreement' as const, same },
    })),
    { criterion: 'YEARS' as const, wanted: 10, found: 3 },
    { criterion: 'YEARS' as const, wanted: { from: 3, atMost: 8 }, found: 16 },
    { criterion: 'YEARS' as const, wanted: 10, found: 0, unstated: true as const },
    {
      criterion: 'REGION' as const,
      wanted: [{ code: 'ML', weight: 1, essential: 20 }],
      found: [{ code: 'NE', relation: 'near' as const, fit: 500_000, deployed: { year: 2024 } }],
      kept: 900_000,
    },
    ...[850_000, 800_000].map((kept) => ({
      criterion: 'YEARS' as const,
      wanted: 12,
      found: 6,
      kept,
      notAvailable: true as const,
    })),
    ...(['national', 'resident', 'none'] as const).flatMap((tie) =>
      (['insider', 'outsider'] as const).map((stance) => ({
        criterion: 'ORIGIN' as const,
        wanted: { stance, territories: ['ML'] },
        found: { tie, territories: tie === 'none' ? [] : ['ML'] },
      })),
    ),
    ...(['in-person', 'remote'] as const).map((wanted) => ({
      criterion: 'WORKING_MODE' as const,
      wanted,
      found: 'both' as const,
    })),
    { criterion: 'NOTICE' as const, wanted: 7, found: 14 },
    { criterion: 'MENTOR' as const, wanted: true, found: true },
    {
      criterion: 'FRESHNESS' as const,
      wanted: { asOf: '2026-01-01' },
      found: { confirmedOn: '2025-01-01', days: 365 },
    },
  ].map((part) => ({ ...part, value: 500_000, weight: 1, contribution: 500_000 }));

  it.each(LOCALES)('fills every template in %s', (locale) => {
    const sentences = everything.map((contribution) => explain(contribution, locale));
    expect(new Set(sentences).size).toBe(everything.length);
    const bare = sentences.filter((text) => !/^[^{}]+: ?[^{}]*[%٪][^{}]*\.$/.test(text));
    // Somebody who is sought from a place and is from elsewhere earns nothing.
    expect(bare).toHaveLength(1);
    expect(bare[0]).not.toMatch(/[{}]/);
  });

  it('says what is not stated, what is essential and what is kept', () => {
    const contribution: Contribution = {
      criterion: 'LANGUAGE',
      wanted: [{ code: 'fr', level: 'C1', weight: 1, essential: 20 }],
      found: [{ code: 'fr', level: 'B1', relation: 'same', fit: 600_000 }],
      value: 552_000,
      weight: 1,
      contribution: 552_000,
      kept: 920_000,
    };
    expect(explain(contribution)).toBe(
      'Languages: French (C1) is wanted and she has French (B1): 60%; French is essential: ' +
        'lacking it costs up to 20% of the whole score; as something essential is lacking, 92% of this is kept.',
    );
    expect(
      explain({ ...contribution, found: [null], value: 200_000, kept: undefined, unstated: true }),
    ).toBe(
      'Languages: her profile says nothing about this, which is counted neither as none nor as full: 20%; ' +
        'French is essential: lacking it costs up to 20% of the whole score.',
    );
  });

  it('says that she is not available, alone and beside something essential that is lacking', () => {
    const years = { criterion: 'YEARS' as const, wanted: 10, found: 10, weight: 1 };
    const told = (kept: number) =>
      explain({ ...years, value: kept, contribution: kept, kept, notAvailable: true });
    expect(told(850_000)).toMatch(
      / 100%; as she says that she is not available, 85% of this is kept\.$/,
    );
    expect(told(770_000)).toMatch(
      /; as something essential is lacking and she says that she is not available, 77% of this is kept\.$/,
    );
  });

  it('speaks six different languages', () => {
    const [first] = everything;
    expect(new Set(LOCALES.map((locale) => explain(first!, locale))).size).toBe(6);
  });
});
