import { describe, expect, it } from '@jest/globals';
import { type Candidate, CandidatePool, type Need, rank, type RankedCandidate } from '#matching';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import * as arbitrary from './matching-arbitraries.js';
import { referenceRanking } from './matching-reference.js';

/** A candidate to put in, or the id of one to take out. */
type Change = Candidate | string;

const changes = (most: number) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: arbitrary.candidate }, arbitrary.id), {
    maxLength: most,
    size: 'max',
  });

function apply(pool: CandidatePool, current: Map<string, Candidate>, change: Change): void {
  if (typeof change === 'string') {
    pool.remove(change);
    current.delete(change);
  } else {
    pool.upsert(change);
    current.set(change.id, change);
  }
}

const placeOf = ({ id, total, tieKey }: RankedCandidate) => ({ id, total, tieKey });

describe('a ranking while the pool changes', () => {
  it('is of one state of the pool, each page of the state at its time', async () => {
    const asked = fc.tuple(
      arbitrary.candidates,
      fc.array(changes(6), { minLength: 1, maxLength: 8 }),
      arbitrary.need,
      fc.integer({ min: 1, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ([candidates, updates, need, limit]) => {
        const pool = new CandidatePool();
        const current = new Map<string, Candidate>();
        for (const candidate of candidates) apply(pool, current, candidate);
        let after: RankedCandidate | undefined;
        for (const arriving of updates) {
          // They arrive on their own, between one page and the next, as those of the database do.
          const arrived = Promise.all(
            arriving.map(async (change) => {
              await Promise.resolve();
              apply(pool, current, change);
            }),
          );
          const before = [...current.values()];
          const { version } = pool;
          const page = rank(pool, need, { limit, after });
          expect(page.poolVersion).toBe(version);
          const rest = referenceRanking(need, before).results.filter((each) =>
            follows(each, after),
          );
          expect(page.results.map(placeOf)).toEqual(
            rest.slice(0, limit).map(({ id, total, tieKey }) => ({ id, total, tieKey })),
          );
          expect(page.considered).toBe(before.length);
          await arrived;
          after = page.results.at(-1) ?? after;
        }
      }),
      { seed: 1325, numRuns: runs(150) },
    );
  });

  it('shows everybody who stays once, on one page or another', () => {
    const asked = fc.tuple(
      arbitrary.candidates,
      fc.array(changes(4), { maxLength: 40 }),
      arbitrary.need,
    );
    fc.assert(
      fc.property(asked, ([candidates, updates, need]) => {
        const pool = new CandidatePool();
        const current = new Map<string, Candidate>();
        for (const candidate of candidates) apply(pool, current, candidate);
        const changed = new Set<string>();
        const shown: RankedCandidate[] = [];
        const eligible = referenceRanking(need, candidates).results.map(({ id }) => id);
        for (let turn = 0; ; turn++) {
          const page = rank(pool, need, { limit: 2, after: shown.at(-1) });
          shown.push(...page.results);
          if (!page.hasNext) break;
          for (const change of updates[turn] ?? []) {
            apply(pool, current, change);
            changed.add(typeof change === 'string' ? change : change.id);
          }
        }
        const stayed = (id: string) => !changed.has(id);
        expect(shown.map(({ id }) => id).filter(stayed)).toEqual(eligible.filter(stayed));
      }),
      { seed: 1325, numRuns: runs(150) },
    );
  });
});

describe('a pool after thousands of updates and removals', () => {
  it('ranks as one that was made anew, to the last field', () => {
    const sampled = fc.sample(arbitrary.candidate, { seed: 11, numRuns: 3_000 });
    const needs = fc.sample(arbitrary.need, { seed: 12, numRuns: 6 });
    const pool = new CandidatePool();
    const current = new Map<string, Candidate>();
    sampled.forEach((candidate, i) => {
      // Some 250 ids come and go; every fourth change takes somebody out.
      const id = `00000000-0000-7000-8000-${String((i * 7_919) % 251).padStart(12, '0')}`;
      apply(pool, current, i % 4 === 3 ? id : { ...candidate, id, lot: arbitrary.lotOf(id) });
      if (i % 500 !== 499) return;
      const anew = new CandidatePool();
      for (const each of current.values()) anew.upsert(each);
      expect(pool.size).toBe(current.size);
      for (const need of needs) expect(ranked(pool, need)).toEqual(ranked(anew, need));
      const [need] = needs;
      expect(
        ranked(pool, need!).results.map(({ id: each, total }) => ({ id: each, total })),
      ).toEqual(
        referenceRanking(need!, [...current.values()]).results.map(({ id: each, total }) => ({
          id: each,
          total,
        })),
      );
    });
  });
});

function ranked(pool: CandidatePool, need: Need) {
  const { poolVersion: _, ...ranking } = rank(pool, need, { limit: 1000 });
  return ranking;
}

function follows(
  place: { total: number; tieKey: string },
  after: { total: number; tieKey: string } | undefined,
): boolean {
  if (after === undefined || place.total < after.total) return true;
  return place.total === after.total && place.tieKey > after.tieKey;
}
