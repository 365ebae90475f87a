import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  CandidatePool,
  exclusionsOf,
  type HardNeed,
  type Need,
  rank,
  reviewNeed,
} from '#matching';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import * as arbitrary from './matching-arbitraries.js';

const RUNS = { seed: 1325, numRuns: runs(500) };
const TODAY = { today: '2026-01-15' };

function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  return pool;
}

/** Someone who meets everything that a need can ask, where that is possible at all. */
function everythingAtOnce({ hard }: Need): Candidate {
  const rivals = hard.conflictOfInterest?.networks ?? [];
  return {
    id: '00000000-0000-4000-8000-000000000001',
    lot: '4f2c1d0e-9b6a-4c3e-8f7d-2a1b0c9d8e7f',
    consentMatched: true,
    state: 'published',
    languages: (hard.languages ?? []).map(({ code }) => ({ code, level: 'native' })),
    territories: [],
    expertise: [],
    nationalities: [],
    residence: null,
    networks: (hard.networks ?? []).filter((slug) => !rivals.includes(slug)),
    ruledOut: [],
    rolesStated: [...(hard.roles ?? [])],
    rolesServed: [],
    tracks: [...(hard.tracks ?? [])],
    processes: [],
    years: 100,
    available: [{ from: null, to: null }],
    confirmedOn: null,
    youngLeader: false,
  };
}

const WITHOUT: Record<string, (hard: HardNeed) => HardNeed> = {
  STATE: (hard) => ({ ...hard, allowStale: true }),
  LANGUAGE: ({ languages: _dropped, ...hard }) => hard,
  CONFLICT_OF_INTEREST: ({ conflictOfInterest: _dropped, ...hard }) => hard,
  AVAILABILITY: ({ availability: _dropped, ...hard }) => hard,
  ROLE: ({ roles: _dropped, ...hard }) => hard,
  TRACK: ({ tracks: _dropped, ...hard }) => hard,
  NETWORK: ({ networks: _dropped, ...hard }) => hard,
  YEARS: ({ minimumYears: _dropped, ...hard }) => hard,
};

const isContradictory = (need: Need, pool = new CandidatePool()) =>
  reviewNeed(pool, need, TODAY).findings.some(({ kind }) => kind === 'CONTRADICTION');

const eligibleOf = (pool: CandidatePool, need: Need) => rank(pool, need, { limit: 0 }).eligible;

/** Needs that name networks often enough for contradictions. */
const need = fc
  .tuple(arbitrary.need, fc.subarray(['femwise', 'nordic']), fc.subarray(['femwise', 'nordic']))
  .map(([stated, networks, rivals]) => ({
    ...stated,
    hard: {
      ...stated.hard,
      networks,
      conflictOfInterest: { ...stated.hard.conflictOfInterest, networks: rivals },
    },
  }));

describe('the review of a need', () => {
  it('calls contradictory what no possible candidate meets', () => {
    let contradictions = 0;
    fc.assert(
      fc.property(need, arbitrary.candidates, (stated, candidates) => {
        const pool = poolOf(candidates);
        if (!isContradictory(stated, pool)) return;
        contradictions++;
        for (const each of [...candidates, everythingAtOnce(stated)]) {
          pool.upsert(each);
          expect(exclusionsOf(pool, stated, each.id)).not.toEqual([]);
        }
      }),
      RUNS,
    );
    expect(contradictions).toBeGreaterThan(50);
  });

  it('calls nothing contradictory that someone could meet', () => {
    fc.assert(
      fc.property(need, (stated) => {
        const pool = poolOf([everythingAtOnce(stated)]);
        expect(isContradictory(stated)).toBe(eligibleOf(pool, stated) === 0);
      }),
      RUNS,
    );
  });

  it('counts who would be eligible without each requirement, as ranking without it does', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, stated) => {
        const pool = poolOf(candidates);
        const { eligible, considered, reliefs } = reviewNeed(pool, stated, TODAY);
        expect({ eligible, considered }).toEqual({
          eligible: eligibleOf(pool, stated),
          considered: candidates.length,
        });
        const expected = Object.entries(WITHOUT).flatMap(([requirement, without]) => {
          const more = eligibleOf(pool, { ...stated, hard: without(stated.hard) });
          return more > eligible ? [{ requirement, eligible: more }] : [];
        });
        expect(reliefs).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('says that a criterion decides nothing exactly where its weight changes no order', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, stated) => {
        const pool = poolOf(candidates);
        const { results } = rank(pool, stated, { limit: 100 });
        const values = new Map<string, Set<number>>();
        for (const { contributions } of results) {
          for (const { criterion, value, weight } of contributions) {
            if (weight === 0) continue;
            values.set(criterion, (values.get(criterion) ?? new Set()).add(value));
          }
        }
        const alike = [...values].flatMap(([criterion, { size }]) =>
          size === 1 ? [criterion] : [],
        );
        const told = reviewNeed(pool, stated, TODAY).findings.flatMap(({ code, values: shown }) =>
          code === 'SAME_VALUE' ? [shown.criterion?.[1]] : [],
        );
        const silent = stated.soft.text?.matches.length === 0 ? ['TEXT'] : [];
        const expected = results.length < 2 ? [] : alike;
        expect(told).toEqual(expected.filter((criterion) => !silent.includes(criterion)));
      }),
      RUNS,
    );
  });
});
