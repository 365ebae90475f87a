import { type Change, type Shortfall } from '#matching';
import { AnalysisSentences } from './analysis-sentences.js';
import { LOCALES } from '#vocabulary';
import { describe, expect, it } from '@jest/globals';

const changes: Change[] = [
  { criterion: 'LANGUAGE', code: 'fr', from: 'B1', to: 'C1' },
  { criterion: 'LANGUAGE', code: 'fr', from: null, to: 'C1' },
  { criterion: 'REGION', code: 'ML' },
  { criterion: 'EXPERTISE', code: 'justice', from: 1, to: 2 },
  { criterion: 'EXPERTISE', code: 'justice', from: null, to: 2 },
  { criterion: 'ROLE', role: 'adviser', from: null, to: 'stated' },
  { criterion: 'ROLE', role: 'adviser', from: 'stated', to: 'served' },
  { criterion: 'TRACK', code: '1.5' },
  { criterion: 'PROCESS', type: 'local', phase: 'agreement' },
  { criterion: 'PROCESS', type: null, phase: 'agreement' },
  { criterion: 'YEARS', from: 3, to: 7 },
  { criterion: 'AVAILABILITY', from: 10, to: 40 },
  { criterion: 'FRESHNESS', from: null, to: '2026-01-01' },
  { criterion: 'NETWORK', slug: 'acacia' },
];

const shortfalls: Shortfall[] = [
  {
    criterion: 'LANGUAGE',
    missing: [
      { code: 'fr', level: 'C1', found: 'B1' },
      { code: 'ar', level: 'B2', found: null },
    ],
  },
  { criterion: 'CONFLICT_OF_INTEREST', territories: ['ML'], networks: ['acacia'] },
  { criterion: 'AVAILABILITY', days: 10, needed: 40, period: 60 },
  { criterion: 'ROLE', accepted: ['adviser'] },
  { criterion: 'TRACK', accepted: ['1', '2'] },
  { criterion: 'NETWORK', accepted: ['acacia'] },
  { criterion: 'YEARS', found: 3, minimum: 7 },
];

describe.each(LOCALES)('sentences of analyses in %s', (locale) => {
  const say = new AnalysisSentences(locale);

  it('are whole', () => {
    const all = [
      ...changes.map((change) =>
        say.lift({ change, steps: 1, gain: 1, alike: [], score: 712_000, rank: 9 }),
      ),
      ...shortfalls.map((shortfall) => say.shortfall(shortfall)),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const text of all) expect(text).toMatch(/^[^{}]+\.$/);
  });
});

describe('sentences of analyses', () => {
  const say = new AnalysisSentences('en');

  it('name what she would have and where it would bring her', () => {
    const lift = { steps: 1, gain: 1, alike: [], score: 712_000, rank: 9 };
    expect(changes.map((change) => say.lift({ change, ...lift }))).toContain(
      'With 40 days of availability in the period instead of 10 her rank would be 9 and her score 71.2%.',
    );
  });

  it('say where others would do as well', () => {
    const lift = { steps: 1, gain: 1, alike: ['SN', 'TG'], score: 712_000, rank: 9 };
    expect(say.lift({ change: { criterion: 'REGION', code: 'BJ' }, ...lift })).toBe(
      'With expertise on Benin her rank would be 9 and her score 71.2%. ' +
        '2 other changes of its kind have the same effect.',
    );
  });

  it('name all that is missing for one criterion', () => {
    expect(say.shortfall(shortfalls[0]!)).toBe(
      'Languages: French (C1) is required and she has B1; Arabic (B2) is required and she does not have it.',
    );
    expect(say.shortfall(shortfalls[2]!)).toBe(
      'Availability: 40 of 60 days are required and she is available for 10 days.',
    );
  });

  it('say that a candidate is safe, and that no change helps', () => {
    const common = {
      id: '',
      top: 10,
      eligible: 4,
      total: 1,
      score: 1,
      contributions: [],
      toBeChecked: [],
      unchecked: [],
      rank: 3,
    };
    const stability = {
      delta: 20,
      samples: 200,
      inside: 184,
      share: 920_000,
      interval: { low: 874_123, high: 950_000 },
      ranks: { best: 5, worst: 14 },
    };
    expect(say.margin({ ...common, standing: 'inside', margin: null, stability })).toEqual([
      'Her rank is 3, and 4 are eligible: nobody can push her out of the first 10.',
    ]);
    const counterfactual = { needed: 1, lifts: [], most: null };
    expect(
      say.counterfactual({ ...common, standing: 'outside', counterfactual, stability }),
    ).toEqual(['No single change would raise her score.']);
    expect(say.stability(stability, 10)).toBe(
      'When each weight moves by up to 20%, she is among the first 10 in 184 of 200 draws: 92% ' +
        '(95% interval: 87.4% to 95%). Her rank lies between 5 and 14.',
    );
  });

  it('say how scarce a combination is and what most women lack for it', () => {
    const found = {
      language: { code: 'ar', level: 'B2' as const },
      expertise: { code: 'justice', level: 2 as const },
      area: '011',
      available: 1,
      missing: 2,
      asked: 4,
      lackOnly: { LANGUAGE: 5, EXPERTISE: 0, REGION: 2 },
      bottleneck: 'LANGUAGE' as const,
      having: [],
      trainable: [],
    };
    const [scarce, bottleneck] = say.scarcity(found);
    expect(scarce).toContain('Western Africa: 1 of 3 women wanted; needs that ask for it: 4.');
    expect(bottleneck).toBe('5 women lack only the language.');
  });
});
