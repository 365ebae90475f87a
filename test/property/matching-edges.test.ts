import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  CandidatePool,
  CRITERIA,
  InvalidNeed,
  type Need,
  rank,
  validateNeed,
} from '#matching';
import { entries } from '#vocabulary';
import fc from 'fast-check';
import * as arbitrary from './matching-arbitraries.js';
import { referenceRanking } from './matching-reference.js';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Sixty women as the arbitraries make them, whose consent and state stand in nobody's way. */
const CANDIDATES = fc
  .sample(arbitrary.candidate, { seed: 7, numRuns: 60 })
  .map((candidate, i): Candidate => ({
    ...candidate,
    id: idOf(i),
    consentMatched: true,
    state: 'published',
  }));

const plain: Need = { id: 'edge', date: '2026-01-01', hard: {}, soft: { years: true } };

/** Ranks in the pool and by the reference; returns the results when both are the same. */
function agreed(need: Need, candidates: readonly Candidate[] = CANDIDATES) {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  const { results, eligible } = rank(pool, need, { limit: 1000 });
  const reference = referenceRanking(need, candidates);
  expect(eligible).toBe(reference.eligible);
  expect(
    results.map(({ contributions, ...result }) => ({
      ...result,
      contributions: contributions.map(({ criterion, value, weight, contribution }) => ({
        criterion,
        value,
        weight,
        contribution,
      })),
    })),
  ).toEqual(reference.results);
  return results;
}

const pathsOf = (need: unknown) => validateNeed(need as Need).map(({ path }) => path);

describe('a need at the edge', () => {
  it('without any criterion is refused', () => {
    expect(pathsOf({ ...plain, soft: {} })).toEqual(['soft']);
    expect(pathsOf({})).toEqual(['id', 'date', 'hard', 'soft']);
  });

  it('for which nobody is eligible has no results and says why', () => {
    const need: Need = { ...plain, hard: { minimumYears: 100 } };
    expect(agreed(need)).toEqual([]);
    const pool = new CandidatePool();
    for (const candidate of CANDIDATES) pool.upsert(candidate);
    const { exclusions, hasNext } = rank(pool, need, { limit: 5 });
    expect(exclusions.at(-1)).toEqual({ reason: 'YEARS', first: 60, any: 60 });
    expect(hasNext).toBe(false);
  });

  it('finds nobody in an empty pool', () => {
    expect(agreed(plain, [])).toEqual([]);
  });

  it('for which all tie is ordered by the tie keys alone', () => {
    const equals = CANDIDATES.map((candidate) => ({ ...candidate, years: 30 }));
    const results = agreed(plain, equals);
    expect(new Set(results.map(({ score }) => score))).toEqual(new Set([1_000_000]));
    const keys = results.map(({ tieKey }) => tieKey);
    expect(keys).toEqual(keys.toSorted());
  });

  it('with all weights zero but one is ordered by that one', () => {
    for (const kept of CRITERIA) {
      const weights = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0]));
      const results = agreed({ ...later, weights: { ...weights, [kept]: 1 } });
      for (const { score, contributions } of results) {
        expect(contributions.find(({ criterion }) => criterion === kept)!.value).toBe(score);
      }
    }
  });

  it('that does not ask about days keeps less of the score of who is not available', () => {
    const { availability: _, ...soft } = later.soft;
    const same = CANDIDATES.map((her): Candidate => ({ ...her, available: null }));
    const none = CANDIDATES.map((her): Candidate => ({ ...her, available: [] }));
    for (const essential of [0, 30, 90]) {
      const languages = [{ code: 'fr' as const, essential }];
      const need = { ...later, soft: { ...soft, languages } };
      const before = new Map(agreed(need, same).map(({ id, score }) => [id, score]));
      for (const { id, score } of agreed(need, none)) {
        // Who lacks French keeps a tenth already.
        if (essential === 90) expect(score).toBeLessThanOrEqual(before.get(id)!);
        else expect(score).toBeLessThan(before.get(id)!);
      }
      agreed(need);
    }
  });

  it('with all weights zero is refused', () => {
    const weights = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0]));
    expect(pathsOf({ ...everything, weights })).toEqual(['weights']);
    expect(() => agreed({ ...everything, weights })).toThrow(InvalidNeed);
  });

  it('with the largest weights everywhere is still exact', () => {
    const weights = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 1000]));
    const heaviest = <T extends object>(items: readonly T[]) =>
      items.map((item) => ({ ...item, weight: 1000 }));
    const { languages, territories, expertise, tracks } = everything.soft;
    const soft = {
      ...everything.soft,
      languages: heaviest(languages!),
      territories: heaviest(territories!),
      expertise: heaviest(expertise!),
      tracks: heaviest(tracks!),
    };
    const best = agreed({ ...everything, weights, soft })[0]!;
    expect(best.total).toBeGreaterThan(11_000 * 100_000);
    const bestLater = agreed({ ...later, weights, soft: { ...later.soft, ...soft } })[0]!;
    expect(bestLater.total).toBeGreaterThan(15_000 * 100_000);
    expect(pathsOf({ ...everything, weights: { ...weights, YEARS: 1001 } })).toEqual([
      'weights.YEARS',
    ]);
  });

  it('with a code that the vocabulary does not know is refused, field by field', () => {
    const need = {
      ...plain,
      hard: { languages: [{ code: 'klingon', level: 'B2' }], tracks: ['9'] },
      soft: { territories: [{ code: 'ZZ' }], expertise: [{ code: 'mediation.magic' }] },
      territories: ['Atlantis'],
    };
    expect(pathsOf(need)).toEqual([
      'hard.languages.0.code',
      'hard.tracks.0',
      'soft.territories.0.code',
      'soft.expertise.0.code',
      'territories.0',
    ]);
  });

  it('with codes and networks that nobody in the pool has gives them nothing', () => {
    const soft: Need['soft'] = {
      languages: [{ code: 'haw' }],
      territories: [{ code: 'FJ' }],
      networks: ['a-network-of-nobody'],
      years: true,
    };
    for (const { contributions } of agreed({ ...plain, soft, weights: { NETWORK: 5 } })) {
      expect(contributions[0]!.value).toBe(0);
      expect(contributions.at(-1)!.value).toBe(0);
    }
    agreed({ ...plain, hard: { networks: ['a-network-of-nobody'] } });
  });

  it('tells a macrolanguage from its members in each direction, for each level', () => {
    const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'signed'] as const;
    const codes = ['ar', 'ary', 'arz', 'sw', 'swh', 'fr'].filter((code) =>
      entries('language').some((entry) => entry.code === code),
    );
    const speakers = codes.flatMap((code, i) =>
      levels.map((level, j): Candidate => ({
        ...CANDIDATES[0]!,
        id: idOf(i * levels.length + j),
        languages: [{ code, level }],
      })),
    );
    expect(codes).toEqual(expect.arrayContaining(['ar', 'ary', 'arz']));
    for (const code of codes) {
      for (const level of levels) {
        agreed({ ...plain, soft: { languages: [{ code, level }] } }, speakers);
        agreed({ ...plain, hard: { languages: [{ code, level }] } }, speakers);
      }
    }
  });

  it('with fifty items in each list is ranked, with one more refused', () => {
    const codes = (kind: 'language' | 'territory' | 'expertise') =>
      entries(kind).map(({ code }) => code);
    // Those that the candidates have are among the fifty.
    const fifty = (known: readonly string[], all: readonly string[]) =>
      [...new Set([...known, ...all])]
        .slice(0, 50)
        .map((code, i) => ({ code, weight: 1 + 20 * i }));
    const { languages, territories, expertise } = everything.soft;
    const soft: Need['soft'] = {
      languages: fifty(
        languages!.map(({ code }) => code),
        codes('language'),
      ),
      territories: fifty(
        territories!.map(({ code }) => code),
        codes('territory'),
      ),
      expertise: fifty(
        expertise!.map(({ code }) => code),
        codes('expertise'),
      ),
    };
    for (const list of Object.values(soft)) expect(list).toHaveLength(50);
    agreed({ ...plain, soft });
    const tooMany = { ...soft, languages: [...soft.languages!, { code: 'fr' }] };
    expect(pathsOf({ ...plain, soft: tooMany })).toEqual(['soft.languages']);
  });

  it('keeps the places of matches that the pool lacks', () => {
    const strangers = Array.from({ length: 40 }, (_, i) => idOf(900_000 + i));
    const matches = [
      ...strangers,
      CANDIDATES[3]!.id,
      ...strangers.map((id) => id.replace('0', 'f')),
    ];
    const results = agreed({ ...plain, soft: { text: { matches } } });
    expect(results[0]).toMatchObject({ id: CANDIDATES[3]!.id, score: Math.round((41 / 81) * 1e6) });
    expect(results[1]!.score).toBe(0);
    agreed({ ...plain, soft: { text: { matches: [] } } });
  });

  it.each([
    ['comes twice', [idOf(1), idOf(2), idOf(1)], [2]],
    ['comes twice and is not in the pool', [idOf(777), idOf(1), idOf(777)], [2]],
    [
      'comes twice, once in capitals',
      ['abcdefab-0000-7000-8000-00000000000a', 'ABCDEFAB-0000-7000-8000-00000000000A'],
      [1],
    ],
    ['is none', [idOf(1), 'nobody', ''], [1, 2]],
    ['has a digit that is none', [idOf(1).replace('8', 'g')], [0]],
    ['has a letter beyond Latin', [idOf(1).replace('8', 'ａ')], [0]],
    ['is no text', [null, 7, {}, [], idOf(1)], [0, 1, 2, 3]],
  ])('says which match %s, ranked or only checked', (_, matches, places) => {
    const need = { ...plain, soft: { text: { matches: matches as string[] } } };
    const paths = places.map((place) => `soft.text.matches.${place}`);
    expect(pathsOf(need)).toEqual(paths);
    const problems = validateNeed(need);
    expect(() => agreed(need)).toThrow(new InvalidNeed(problems));
    // With another problem, all are told at once.
    const worse = { ...need, date: 'today' };
    expect(pathsOf(worse)).toEqual(['date', ...paths]);
    expect(() => agreed(worse)).toThrow(new InvalidNeed(validateNeed(worse)));
  });
});

/** A need that states every criterion. */
const everything: Need = {
  ...plain,
  period: { from: '2026-01-10', to: '2026-02-20' },
  soft: {
    languages: [{ code: 'ar', level: 'B2' }, { code: 'fr' }],
    territories: [{ code: 'ML', weight: 2 }, { code: 'ECOWAS' }],
    expertise: [{ code: 'mediation' }, { code: 'justice.transitional-justice', level: 3 }],
    roles: ['facilitator', 'lead-mediator'],
    tracks: [{ code: '1' }, { code: '2', weight: 3 }],
    process: { type: 'ceasefire', phase: 'negotiation' },
    years: 12,
    availability: true,
    freshness: true,
    text: { matches: CANDIDATES.slice(5, 40).map(({ id }) => id) },
    networks: ['nordic'],
  },
};

const later: Need = {
  ...everything,
  version: 2,
  soft: {
    ...everything.soft,
    yearsAtMost: 20,
    origin: { stance: 'insider', territories: ['ML', 'NE'] },
    workingMode: 'remote',
    noticeDays: 10,
    mentor: true,
  },
};
