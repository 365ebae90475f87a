import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  TRACKS,
  areaContains,
  areaRegion,
  areaRelation,
  areasContaining,
  entries,
  expertiseChildren,
  expertiseSimilarity,
  languageRelation,
  languageSatisfies,
  languageService,
  macrolanguageOf,
  proficiencyRank,
  trackRelation,
} from './index.js';

const codes = (kind: Parameters<typeof entries>[0]) =>
  fc.constantFrom(...entries(kind).map(({ code }) => code));
const territory = codes('territory');
const area = fc.oneof(territory, codes('region'), codes('grouping'));

describe('languages', () => {
  it.each([
    ['ar', 'ar', 10],
    ['ar', 'ary', 10],
    ['ar', 'mey', 10],
    ['ary', 'ar', 6],
    ['ary', 'arz', 5],
    ['fa', 'prs', 10],
    ['fr', 'en', 0],
  ])('wanted %s, found %s: %i tenths', (wanted, found, tenths) => {
    expect(languageRelation(wanted, found)).toBe(tenths);
    expect(languageSatisfies(wanted, found)).toBe(tenths === 10);
  });

  it.each([
    ['ar', 'mey', 10],
    ['mey', 'ar', 6],
    ['ary', 'arz', 2],
    ['rn', 'rw', 8],
    ['dyu', 'bm', 8],
    ['nn', 'nb', 9],
    ['cnr', 'hr', 9],
    ['sh', 'sr', 10],
    ['ku', 'ckb', 0],
    ['ckb', 'ku', 0],
    ['ckb', 'sdh', 0],
    ['zh', 'yue', 0],
    ['ku', 'ku', 10],
    ['fr', 'en', 0],
  ])('wanted %s, spoken %s: serves %i tenths', (wanted, found, tenths) => {
    expect(languageService(wanted, found)).toBe(tenths);
  });

  it('are themselves, and siblings are so to each other', () => {
    fc.assert(
      fc.property(codes('language'), (code) => {
        expect(languageRelation(code, code)).toBe(10);
      }),
    );
    const members = entries('language')
      .map(({ code }) => code)
      .filter((code) => macrolanguageOf(code) !== null);
    const siblings = fc.constantFrom(...members).chain((one) => {
      const family = members.filter((other) => macrolanguageOf(other) === macrolanguageOf(one));
      return fc.tuple(fc.constant(one), fc.constantFrom(...family));
    });
    fc.assert(
      fc.property(siblings, ([a, b]) => {
        expect(languageRelation(a, b)).toBe(languageRelation(b, a));
      }),
    );
  });

  it('rank levels from 1 to 6', () => {
    expect((['A1', 'B2', 'C2', 'native', 'signed'] as const).map(proficiencyRank)).toEqual([
      1, 4, 6, 6, 6,
    ]);
  });
});

describe('areas', () => {
  it.each([
    ['ML', 'ML', 10],
    ['ML', 'NE', 7],
    ['ML', 'MR', 7],
    ['ML', 'GH', 5],
    ['KE', 'DJ', 5],
    ['ML', 'ZA', 2],
    ['ML', 'SE', 0],
    ['ECOWAS', 'SN', 10],
    ['ECOWAS', 'ML', 2],
    ['011', 'ML', 10],
    ['202', 'ML', 10],
    ['002', 'ML', 10],
    ['001', 'ML', 10],
    ['EU', 'ML', 0],
    ['ML', '011', 5],
    ['ML', '014', 2],
    ['011', '011', 10],
    ['ML', '154', 0],
  ])('wanted %s, found %s: %i tenths', (wanted, found, tenths) => {
    expect(areaRelation(wanted, found)).toBe(tenths);
  });

  it('are as near to each other one way as the other, between territories', () => {
    fc.assert(
      fc.property(territory, territory, (a, b) => {
        expect(areaRelation(a, b)).toBe(areaRelation(b, a));
        expect(areaRelation(a, a)).toBe(10);
      }),
      { numRuns: 2_000 },
    );
  });

  it('contain a territory exactly when the territory says so', () => {
    fc.assert(
      fc.property(area, territory, (a, t) => {
        expect(areasContaining(t).includes(a)).toBe(areaContains(a, t));
        if (areaContains(a, t)) expect(areaRelation(a, t)).toBe(10);
      }),
      { numRuns: 2_000 },
    );
  });

  it('contain what their parts contain', () => {
    const parents = new Map(entries('region').map(({ code, parent }) => [code, parent]));
    const nested = entries('territory').flatMap(({ code }) => {
      const larger = parents.get(areaRegion(code) ?? '');
      return larger ? [{ code, larger }] : [];
    });
    expect(nested.length).toBeGreaterThan(200);
    expect(nested.filter(({ code, larger }) => !areaContains(larger, code))).toEqual([]);
  });

  it('follow changes of membership as of their date', () => {
    expect(['ML', 'BF', 'NE'].map((code) => areaContains('ECOWAS', code))).toEqual([
      false,
      false,
      false,
    ]);
    const flagged = entries('grouping').filter(({ verify }) => verify);
    expect(flagged.map(({ code }) => code)).toEqual(['CEN-SAD', 'ECCAS', 'IGAD', 'MEDITERRANEAN']);
  });
});

describe('expertise', () => {
  const shuttle = 'mediation.shuttle-diplomacy';
  it.each([
    [shuttle, shuttle, 10],
    ['mediation', shuttle, 10],
    [shuttle, 'mediation', 5],
    [shuttle, 'mediation.process-design', 3],
    [shuttle, 'governance.elections', 0],
    ['mediation', 'governance', 0],
  ])('wanted %s, found %s: %i tenths', (wanted, found, tenths) => {
    expect(expertiseSimilarity(wanted, found)).toBe(tenths);
  });

  it('is alike one way as the other between topics', () => {
    const topic = fc.constantFrom(
      ...expertiseChildren('mediation'),
      ...expertiseChildren('justice'),
    );
    fc.assert(
      fc.property(topic, topic, (a, b) => {
        expect(expertiseSimilarity(a, b)).toBe(expertiseSimilarity(b, a));
      }),
    );
  });
});

describe('tracks', () => {
  it('are near on the line 1, 1.5, 2, 3', () => {
    const table = TRACKS.map((a) => TRACKS.map((b) => trackRelation(a, b)));
    expect(table).toEqual([
      [10, 5, 0, 0],
      [5, 10, 5, 0],
      [0, 5, 10, 5],
      [0, 0, 5, 10],
    ]);
  });
});
