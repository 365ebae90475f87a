import { describe, expect, it } from '@jest/globals';
import { shareOut } from '../criteria/evidence.js';
import {
  type Candidate,
  CandidatePool,
  exclusionsOf,
  type HardCriterion,
  InvalidNeed,
  type Need,
  type Page,
  rank,
} from '../index.js';
import { tieKey } from './order.js';
import { compileCriteria, type WeightedCriterion } from './soft-criteria.js';

const idOf = (n: number) => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;

const eligible: Candidate = {
  id: idOf(0),
  lot: idOf(0),
  consentMatched: true,
  state: 'published',
  languages: [{ code: 'ary', level: 'B2' }],
  territories: [],
  expertise: [],
  nationalities: ['MA'],
  residence: 'FR',
  networks: ['mediterranean'],
  ruledOut: ['LY'],
  rolesStated: ['adviser'],
  rolesServed: ['trainer'],
  tracks: ['2'],
  processes: [],
  years: 7,
  available: [{ from: '2026-03-01', to: '2026-03-05' }],
  confirmedOn: null,
  youngLeader: false,
};

const need: Need = {
  id: 'need',
  date: '2026-01-01',
  hard: {
    languages: [{ code: 'ar', level: 'B2' }],
    conflictOfInterest: { territories: ['ML'], networks: ['nordic'] },
    availability: { minimumShare: 50 },
    roles: ['adviser', 'facilitator'],
    tracks: ['2', '3'],
    networks: ['mediterranean', 'femwise-africa'],
    minimumYears: 7,
  },
  soft: { years: true },
  period: { from: '2026-03-01', to: '2026-03-10' },
  territories: ['TN'],
};

function poolOf(...candidates: Partial<Candidate>[]): CandidatePool {
  const pool = new CandidatePool();
  candidates.forEach((candidate, i) =>
    pool.upsert({ ...eligible, id: idOf(i), lot: idOf(i), ...candidate }),
  );
  return pool;
}

describe('hard criteria', () => {
  it('let pass who meets each of them', () => {
    expect(exclusionsOf(poolOf({}), need, idOf(0))).toEqual([]);
  });

  it.each<[HardCriterion, Partial<Candidate>]>([
    ['CONSENT', { consentMatched: false }],
    ['STATE', { state: 'stale' }],
    ['STATE', { state: 'unpublished' }],
    ['LANGUAGE', { languages: [{ code: 'ary', level: 'B1' }] }],
    ['LANGUAGE', { languages: [{ code: 'fr', level: 'native' }] }],
    ['CONFLICT_OF_INTEREST', { nationalities: ['MA', 'ML'] }],
    ['CONFLICT_OF_INTEREST', { residence: 'ML' }],
    ['CONFLICT_OF_INTEREST', { networks: ['mediterranean', 'nordic'] }],
    ['AVAILABILITY', { available: [{ from: '2026-03-01', to: '2026-03-04' }] }],
    ['ROLE', { rolesStated: [] }],
    ['TRACK', { tracks: ['1', '1.5'] }],
    ['NETWORK', { networks: [] }],
    ['YEARS', { years: 6 }],
    ['SAFETY', { ruledOut: ['LY', 'TN'] }],
  ])('exclude by %s: %o', (reason, fault) => {
    const pool = poolOf(fault);
    expect(exclusionsOf(pool, need, idOf(0))).toEqual([reason]);
    expect(rank(pool, need, { limit: 1 })).toMatchObject({ eligible: 0, results: [] });
  });

  it('accept a served role, a stale profile where allowed, and the macrolanguage itself', () => {
    const pool = poolOf(
      { rolesStated: [], rolesServed: ['facilitator'] },
      { state: 'stale' },
      { languages: [{ code: 'ar', level: 'native' }] },
    );
    const lenient = { ...need, hard: { ...need.hard, allowStale: true } };
    expect(rank(pool, lenient, { limit: 10 }).eligible).toBe(3);
  });

  it('do not take a macrolanguage for its member', () => {
    const pool = poolOf({ languages: [{ code: 'ar', level: 'native' }] });
    const strict = { ...need, hard: { languages: [{ code: 'ary', level: 'A1' as const }] } };
    expect(exclusionsOf(pool, strict, idOf(0))).toEqual(['LANGUAGE']);
  });

  it('count the stated reason once and all reasons each', () => {
    const pool = poolOf(
      {},
      { consentMatched: false, years: 1 },
      { years: 2, tracks: [] },
      { years: 3 },
    );
    const { exclusions, considered, eligible: count } = rank(pool, need, { limit: 10 });
    expect({ considered, count }).toEqual({ considered: 4, count: 1 });
    expect(exclusions.filter(({ any }) => any > 0)).toEqual([
      { reason: 'CONSENT', first: 1, any: 1 },
      { reason: 'TRACK', first: 1, any: 1 },
      { reason: 'YEARS', first: 1, any: 3 },
    ]);
    expect(exclusions.map(({ reason }) => reason)).toHaveLength(10);
  });

  it('list only those in force', () => {
    const open = { ...need, hard: {}, territories: [] };
    const reasons = rank(poolOf({}), open, { limit: 1 }).exclusions.map(({ reason }) => reason);
    expect(reasons).toEqual(['CONSENT', 'STATE']);
  });
});

describe('order', () => {
  const open: Need = { id: 'need', date: '2026-01-01', hard: {}, soft: { years: true } };

  it('breaks ties by SHA-256 of seed and lot', () => {
    // printf 'need:01890a5d-ac96-774b-bcce-000000000000' | sha256sum
    expect(tieKey(open, idOf(0))).toBe('a655930357860395');
    expect(tieKey({ ...open, seed: 'graine-é' }, idOf(0))).toBe('527419b5317d11a5');
  });

  it('of equals follows their lots and knows nothing of their ids', () => {
    const places = Array.from({ length: 20 }, (_, i) => i);
    const lotsInOrder = (idOfLot: (i: number) => string) => {
      const pool = new CandidatePool();
      for (const i of places) pool.upsert({ ...eligible, id: idOfLot(i), lot: idOf(i) });
      return rank(pool, open, { limit: 20 }).results.map(({ id }) => pool.lotOf(id));
    };
    const order = lotsInOrder(idOf);
    expect(lotsInOrder((i) => idOf(1000 - i))).toEqual(order);
    expect(order).not.toEqual(places.map(idOf));
  });

  it('shuffles equals differently for another seed', () => {
    const pool = poolOf(...Array.from({ length: 20 }, () => ({})));
    const order = (seed: string) =>
      rank(pool, { ...open, seed }, { limit: 20 }).results.map(({ id }) => id);
    expect(order('a')).not.toEqual(order('b'));
    expect(order('a').toSorted()).toEqual(order('b').toSorted());
  });

  it('finds the first of thousands that tie', () => {
    const seeded = { ...open, seed: 'graine-é' };
    const pool = poolOf(...Array.from({ length: 5000 }, () => ({})));
    const keys = Array.from({ length: 5000 }, (_, i) => tieKey(seeded, idOf(i))).toSorted();
    const keysOf = (page: Page) => rank(pool, seeded, page).results.map((result) => result.tieKey);
    expect(keysOf({ limit: 3 })).toEqual(keys.slice(0, 3));
    const after = rank(pool, seeded, { limit: 1100 }).results.at(-1)!;
    expect(keysOf({ limit: 3, after })).toEqual(keys.slice(1100, 1103));
  });

  it('takes a limit beyond any pool', () => {
    const pool = poolOf({ years: 9 }, { years: 8 }, { years: 7 });
    const { results, hasNext } = rank(pool, open, { limit: 0xffff_ffff });
    expect([results.map(({ id }) => id), hasNext]).toEqual([[0, 1, 2].map(idOf), false]);
  });

  it('counts with a limit of 0', () => {
    const ranking = rank(poolOf({}, {}), open, { limit: 0 });
    expect(ranking).toMatchObject({ eligible: 2, results: [], hasNext: true });
  });

  it('continues after a place whose candidate has gone', () => {
    const pool = poolOf({ years: 9 }, { years: 8 }, { years: 7 });
    const [best] = rank(pool, open, { limit: 1 }).results;
    pool.remove(best!.id);
    const next = rank(pool, open, { limit: 5, after: best });
    expect(next.results.map(({ id, rank: place }) => [id, place])).toEqual([
      [idOf(1), 1],
      [idOf(2), 2],
    ]);
  });

  it('refuses a page that cannot be', () => {
    const page = { limit: -1, after: { total: 0.5, tieKey: 'zz' } };
    expect(() => rank(poolOf({}), open, page)).toThrow(InvalidNeed);
    expect(() => rank(poolOf({}), open, page)).toThrow(/limit:[^]*after.total:[^]*after.tieKey:/);
  });
});

describe('criteria compiled for two needs at a time', () => {
  it('do not read each other’s values', () => {
    const pool = poolOf({ languages: [{ code: 'fr', level: 'C2' }] });
    const wanting = (code: string): Need => ({
      ...need,
      soft: { languages: [{ code }], text: { matches: [idOf(code === 'fr' ? 0 : 1)] } },
    });
    const valuesOf = (criteria: WeightedCriterion[]) =>
      criteria.map(({ scorer }) => scorer.measure(0));
    const french = compileCriteria(pool, wanting('fr'));
    const swahili = compileCriteria(pool, wanting('sw'));
    for (let i = 0; i < 2; i++) {
      expect(valuesOf(french)).toEqual([1_000_000, 1_000_000]);
      expect(valuesOf(swahili)).toEqual([0, 0]);
      rank(pool, { ...wanting('en'), hard: {} }, { limit: 1 });
    }
  });

  it('have room again that was given back', () => {
    const pool = poolOf({}, {});
    const [language] = compileCriteria(pool, { ...need, soft: { languages: [{ code: 'ar' }] } });
    expect(language!.scorer.measure(1)).toBe(800_000);
    language!.scorer.release?.();
    const [again] = compileCriteria(pool, { ...need, soft: { languages: [{ code: 'fr' }] } });
    expect(again!.scorer.measure(1)).toBe(0);
  });
});

describe('contributions', () => {
  it('give missing units to the largest remainders, the earlier criterion first', () => {
    expect(shareOut([5, 5, 5], 3)).toEqual({ score: 5, parts: [2, 2, 1] });
    expect(shareOut([4, 5, 0], 3)).toEqual({ score: 3, parts: [1, 2, 0] });
    expect(shareOut([543_750_000], 800)).toEqual({ score: 679_687, parts: [679_687] });
  });
});
