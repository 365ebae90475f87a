import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  InvalidNeed,
  type Need,
  PARTS,
  scarcity,
  type ScarcityRequest,
} from '#matching';
import { areaContains, expertiseSimilarity, languageSatisfies, proficiencyRank } from '#vocabulary';
import fc from 'fast-check';
import { poolOf } from './matching-analysis-reference.js';
import * as arbitrary from './matching-arbitraries.js';

const RUNS = { seed: 1325, numRuns: 200 };

const any = fc.constantFrom;
const few = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 });

const request: fc.Arbitrary<ScarcityRequest> = fc.record(
  {
    languages: few(any('fr', 'ar', 'ary', 'en')).map((codes) =>
      codes.map((code, i) => ({ code, level: (['A2', 'B2', 'C1'] as const)[i] })),
    ),
    expertise: few(any('mediation', 'mediation.ceasefire-mediation', 'justice')).map((codes) =>
      codes.map((code, i) => ({ code, level: ([1, 2, 3] as const)[i] })),
    ),
    areas: few(any('ML', 'ECOWAS', '011', '002', 'SE')),
    minimum: fc.integer({ min: 1, max: 4 }),
    network: any('femwise', 'nordic'),
    limit: any(500),
  },
  { requiredKeys: ['languages', 'expertise', 'areas', 'limit'] },
);

type Asked = Required<Pick<ScarcityRequest, 'languages' | 'expertise' | 'areas'>>;

const isMatchable = ({ consentMatched, state }: Candidate) =>
  consentMatched && state === 'published';

const has = {
  LANGUAGE: (her: Candidate, { code, level }: Asked['languages'][number]) =>
    her.languages.some(
      (each) =>
        languageSatisfies(code, each.code) &&
        proficiencyRank(each.level) >= proficiencyRank(level!),
    ),
  EXPERTISE: (her: Candidate, { code, level }: Asked['expertise'][number]) =>
    her.expertise.some(
      (each) => expertiseSimilarity(code, each.code) === 10 && each.level >= level!,
    ),
  REGION: (her: Candidate, area: string) =>
    her.territories.some((code) => areaContains(area, code)),
};

function tally(women: readonly Candidate[]) {
  const counts: Record<string, number> = {};
  for (const { networks } of women) {
    for (const slug of new Set(networks)) counts[slug] = (counts[slug] ?? 0) + 1;
  }
  return counts;
}

const asCounts = (list: readonly { slug: string; count: number }[]) =>
  Object.fromEntries(list.map(({ slug, count }) => [slug, count]));

describe('scarcity', () => {
  it('counts every combination as going through all women does', () => {
    let bottlenecks = 0;
    fc.assert(
      fc.property(arbitrary.candidates, request, (all, asked) => {
        const {
          languages,
          expertise,
          areas,
          minimum = 3,
          network,
        } = asked as ScarcityRequest & Asked;
        const women = all.filter(
          (each) => isMatchable(each) && (!network || each.networks.includes(network)),
        );
        const found = scarcity(poolOf(all), asked, []);
        expect(found).toMatchObject({ women: women.length, needs: 0 });
        const byKey = new Map(
          found.results.map((each) => [
            `${each.language.code} ${each.expertise.code} ${each.area}`,
            each,
          ]),
        );
        let scarce = 0;
        for (const language of languages) {
          for (const topic of expertise) {
            for (const area of areas) {
              const hers = (her: Candidate) => ({
                LANGUAGE: has.LANGUAGE(her, language),
                EXPERTISE: has.EXPERTISE(her, topic),
                REGION: has.REGION(her, area),
              });
              const having = women.filter((her) => Object.values(hers(her)).every(Boolean));
              const lack = PARTS.map((part) =>
                women.filter((her) => {
                  const { [part]: lacking, ...others } = hers(her);
                  return !lacking && Object.values(others).every(Boolean);
                }),
              );
              const result = byKey.get(`${language.code} ${topic.code} ${area}`);
              if (having.length >= minimum) {
                expect(result).toBeUndefined();
                continue;
              }
              scarce++;
              const most = Math.max(...lack.map(({ length }) => length));
              const place = lack.findIndex(({ length }) => length === most);
              expect(result).toMatchObject({
                available: having.length,
                missing: minimum - having.length,
                asked: 1,
                lackOnly: Object.fromEntries(PARTS.map((part, i) => [part, lack[i]!.length])),
                bottleneck: most === 0 ? null : PARTS[place],
              });
              expect(asCounts(result!.having)).toEqual(tally(having));
              expect(asCounts(result!.trainable)).toEqual(tally(lack[place]!));
              if (most > 0) bottlenecks++;
            }
          }
        }
        expect([found.scarce, found.results.length]).toEqual([scarce, scarce]);
        const missing = found.results.map((each) => each.missing);
        expect(missing).toEqual(missing.toSorted((a, b) => b - a));
      }),
      RUNS,
    );
    expect(bottlenecks).toBeGreaterThan(50);
  });

  const need = (soft: Need['soft'], more: Partial<Need> = {}): Need => ({
    id: 'asks',
    date: '2026-01-01',
    hard: {},
    soft,
    ...more,
  });
  const asked: ScarcityRequest = {
    languages: [{ code: 'ar' }, { code: 'fr' }],
    expertise: [{ code: 'mediation' }, { code: 'justice.reparations' }],
    areas: ['011', 'SE', 'ECOWAS'],
  };
  const order = (needs: Need[]) =>
    scarcity(poolOf([]), asked, needs).results.map((each) => [
      each.language.code,
      each.expertise.code,
      each.area,
      each.asked,
    ]);

  it('puts first what needs ask for, and nothing that they do not', () => {
    const benin = need(
      {
        expertise: [{ code: 'mediation.ceasefire-mediation' }],
        territories: [{ code: 'BJ' }],
      },
      { hard: { languages: [{ code: 'ary', level: 'B2' }] } },
    );
    const anyLanguage = need({ expertise: [{ code: 'justice' }] }, { territories: ['SE'] });
    expect(order([benin, anyLanguage]).slice(0, 5)).toEqual([
      ['ar', 'mediation', '011', 1],
      ['ar', 'mediation', 'ECOWAS', 1],
      ['ar', 'justice.reparations', 'SE', 1],
      ['fr', 'justice.reparations', 'SE', 1],
      ['ar', 'mediation', 'SE', 0],
    ]);
    expect(order([benin, benin])[0]).toEqual(['ar', 'mediation', '011', 2]);
  });

  it('counts each combination alike without needs, and says every problem of a request', () => {
    expect(new Set(order([]).map(([, , , count]) => count))).toEqual(new Set([1]));
    const wrong = { languages: [{ code: 'xx-no' }], areas: ['Atlantis'], minimum: 0 };
    expect(() => scarcity(poolOf([]), wrong, [])).toThrow(InvalidNeed);
    try {
      scarcity(poolOf([]), wrong, []);
    } catch (error) {
      expect((error as InvalidNeed).problems.map(({ path }) => path)).toEqual([
        'languages.0.code',
        'areas.0',
        'minimum',
      ]);
    }
  });

  it('has defaults for every list, within its bounds', () => {
    const found = scarcity(poolOf([]), {}, []);
    expect(found.request.languages.map(({ code }) => code)).toEqual([
      'ar',
      'en',
      'es',
      'fr',
      'pt',
      'ru',
      'sw',
      'zh',
    ]);
    expect(found.request.areas).toContain('011');
    expect(found.combinations).toBe(8 * 7 * found.request.areas.length);
    expect(found.results).toHaveLength(50);
  });
});
