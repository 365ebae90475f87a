import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  CandidatePool,
  exclusionsOf,
  MODEL,
  type Need,
  rank,
  type RankedCandidate,
  type Ranking,
  standardWeights,
} from '#matching';
import fc from 'fast-check';
import * as arbitrary from './matching-arbitraries.js';
import { failures, referenceRanking } from './matching-reference.js';
import { runs } from '../support/depth.js';

const RUNS = { seed: 1325, numRuns: runs(75) };
const MANY_RUNS = { ...RUNS, numRuns: runs(250) };

function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  return pool;
}

/** The parts of a ranking that the reference computes too. */
function comparable({ considered, eligible, exclusions, unchecked, results }: Ranking) {
  return {
    considered,
    eligible,
    exclusions: exclusions.filter(({ any }) => any > 0),
    unchecked,
    results: results.map(comparableResult),
  };
}

function comparableResult({ contributions, ...result }: RankedCandidate) {
  return {
    ...result,
    contributions: contributions.map(({ criterion, value, weight, contribution }) => ({
      criterion,
      value,
      weight,
      contribution,
    })),
  };
}

/** Exclusions in one order, whichever order they were counted in. */
function sorted<T extends { exclusions: { reason: string }[] }>(ranking: T): T {
  const exclusions = ranking.exclusions.toSorted((a, b) => (a.reason < b.reason ? -1 : 1));
  return { ...ranking, exclusions };
}

const whole = (pool: CandidatePool, need: Need) => rank(pool, need, { limit: 1000 });
const order = (ranking: Ranking) => ranking.results.map(({ id }) => id);

describe('ranking', () => {
  it('equals the reference: order, scores, contributions, exclusions', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
        const ranking = whole(poolOf(candidates), need);
        expect(sorted(comparable(ranking))).toEqual(sorted(referenceRanking(need, candidates)));
        expect(ranking).toMatchObject({
          modelVersion: need.version ?? 1,
          needId: need.id,
          hasNext: false,
        });
      }),
      MANY_RUNS,
    );
  });

  it('equals the reference on every page of every size', () => {
    fc.assert(
      fc.property(
        arbitrary.candidates,
        arbitrary.need,
        fc.integer({ min: 1, max: 7 }),
        (candidates, need, limit) => {
          const pool = poolOf(candidates);
          const { results, eligible } = referenceRanking(need, candidates);
          const paged: RankedCandidate[] = [];
          for (let more = true; more;) {
            const page = rank(pool, need, { limit, after: paged.at(-1) });
            expect(page.eligible).toBe(eligible);
            expect(page.hasNext).toBe(paged.length + page.results.length < eligible);
            paged.push(...page.results);
            more = page.hasNext;
          }
          expect(paged.map(comparableResult)).toEqual(results);
        },
      ),
      MANY_RUNS,
    );
  });

  it('equals the reference in a pool of thousands, on two pages, with gaps in it', () => {
    const candidates = fc
      .sample(arbitrary.candidate, { seed: 1325, numRuns: 2600 })
      .map((candidate, i): Candidate => {
        const id = `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`;
        return { ...candidate, id, lot: arbitrary.lotOf(id) };
      });
    const pool = poolOf(candidates);
    const gone = candidates.filter((_, i) => i % 9 === 4 || (i > 1000 && i < 2100));
    for (const { id } of gone) pool.remove(id);
    const left = candidates.filter((candidate) => !gone.includes(candidate));
    for (const need of fc.sample(arbitrary.need, { seed: 1325, numRuns: runs(8) })) {
      const reference = referenceRanking(need, left);
      const page = rank(pool, need, { limit: 20 });
      const next = rank(pool, need, { limit: 20, after: page.results.at(-1) });
      const shown = [...page.results, ...(page.hasNext ? next.results : [])];
      expect(shown.map(comparableResult)).toEqual(reference.results.slice(0, 40));
      const { results: _, ...counts } = comparable(page);
      const { results: __, ...expected } = reference;
      expect(sorted(counts)).toEqual(sorted(expected));
    }
  });

  it('equals the reference after any sequence of updates and removals', () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: arbitrary.candidate },
      { weight: 2, arbitrary: arbitrary.id },
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 120, size: 'max' }),
        arbitrary.need,
        (changes, need) => {
          const pool = new CandidatePool();
          const current = new Map<string, Candidate>();
          for (const item of changes) {
            if (typeof item === 'string') {
              pool.remove(item);
              current.delete(item);
            } else {
              pool.upsert(item);
              current.set(item.id, item);
            }
          }
          const candidates = [...current.values()];
          expect(pool.size).toBe(candidates.length);
          for (const candidate of candidates) {
            expect(pool.get(candidate.id)).toEqual(poolOf([candidate]).get(candidate.id));
          }
          const reference = sorted(referenceRanking(need, candidates));
          expect(sorted(comparable(whole(pool, need)))).toEqual(reference);
        },
      ),
      RUNS,
    );
  });

  it('gives each candidate all the reasons of the reference', () => {
    fc.assert(
      fc.property(arbitrary.candidate, arbitrary.need, (candidate, need) => {
        const pool = poolOf([candidate]);
        expect(exclusionsOf(pool, need, candidate.id)).toEqual(failures(need, candidate));
      }),
      MANY_RUNS,
    );
  });

  it('has scores from 0 to 1,000,000 to which contributions add up', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
        for (const { score, contributions } of whole(poolOf(candidates), need).results) {
          const parts = contributions.map(({ contribution }) => contribution);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(MODEL.unit);
        }
      }),
      MANY_RUNS,
    );
  });
});

describe('fairness', () => {
  it('does not depend on the order of input', () => {
    const shuffled = arbitrary.candidates.chain((candidates) =>
      fc.tuple(
        fc.constant(candidates),
        fc.shuffledSubarray(candidates, { minLength: candidates.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, arbitrary.need, ([candidates, others], need) => {
        const { poolVersion: _a, ...one } = whole(poolOf(candidates), need);
        const { poolVersion: _b, ...other } = whole(poolOf(others), need);
        expect(other).toEqual(one);
      }),
      RUNS,
    );
  });

  it('lets nobody who is not eligible change an order', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
        const eligible = candidates.filter((candidate) => failures(need, candidate).length === 0);
        const { results } = whole(poolOf(candidates), need);
        expect(results).toEqual(whole(poolOf(eligible), need).results);
      }),
      RUNS,
    );
  });

  it('gives the same answer when all weights are doubled', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (candidates, need) => {
        const double = (factor: number) =>
          Object.fromEntries(
            Object.entries({ ...standardWeights(need), ...need.weights }).map(
              ([criterion, weight]) => [criterion, weight * factor],
            ),
          );
        const pool = poolOf(candidates);
        const one = whole(pool, { ...need, weights: double(1) });
        const two = whole(pool, { ...need, weights: double(2) });
        expect(order(two)).toEqual(order(one));
        one.results.forEach(({ score, total, contributions }, i) => {
          expect(two.results[i]).toMatchObject({ score, total: 2 * total });
          expect(two.results[i]!.contributions.map((part) => part.contribution)).toEqual(
            contributions.map((part) => part.contribution),
          );
        });
      }),
      RUNS,
    );
  });

  it('never lowers a candidate who is raised on a criterion', () => {
    const raise = arbitrary.candidate.chain((more) =>
      fc.constantFrom(...RAISES).map((raised) => (her: Candidate) => raised(her, more)),
    );
    fc.assert(
      fc.property(
        arbitrary.candidates.filter(({ length }) => length > 0),
        arbitrary.need,
        raise,
        ([her, ...others], need, raised) => {
          fc.pre(need.version !== 2 || (saysSomething(her!) && !need.soft.yearsAtMost));
          const before = whole(poolOf([her!, ...others]), need);
          const after = whole(poolOf([raised(her!), ...others]), need);
          const was = before.results.find(({ id }) => id === her!.id);
          const is = after.results.find(({ id }) => id === her!.id);
          if (!was) return;
          expect(is).toBeDefined();
          expect(is!.score).toBeGreaterThanOrEqual(was.score);
          expect(is!.rank).toBeLessThanOrEqual(was.rank);
        },
      ),
      RUNS,
    );
  });
});

/** Whether saying more of her only adds: model 2 gives something to who says nothing of a criterion at all. */
function saysSomething(her: Candidate): boolean {
  const { languages, territories, expertise, rolesStated, rolesServed, tracks } = her;
  return (
    [languages, territories, expertise, rolesStated, rolesServed, tracks].every(
      ({ length }) => length > 0,
    ) &&
    her.years > 0 &&
    Array.isArray(her.available)
  );
}

/** Each gives her something of another candidate without taking anything. */
const RAISES: ((her: Candidate, more: Candidate) => Candidate)[] = [
  (her, more) => ({ ...her, languages: [...her.languages, ...more.languages] }),
  (her) => ({
    ...her,
    languages: her.languages.map(({ code }) => ({ code, level: 'native' as const })),
  }),
  (her, more) => ({ ...her, territories: [...her.territories, ...more.territories] }),
  (her, more) => ({ ...her, expertise: [...her.expertise, ...more.expertise] }),
  (her) => ({
    ...her,
    expertise: her.expertise.map(({ code }) => ({ code, level: 3 as const })),
  }),
  (her, more) => ({ ...her, rolesServed: [...her.rolesServed, ...more.rolesServed] }),
  (her, more) => ({ ...her, rolesStated: [...her.rolesStated, ...more.rolesStated] }),
  (her, more) => ({ ...her, tracks: [...her.tracks, ...more.tracks] }),
  (her, more) => ({ ...her, processes: [...her.processes, ...more.processes] }),
  (her) => ({ ...her, years: her.years + 3 }),
  (her, more) => ({
    ...her,
    available:
      Array.isArray(her.available) && Array.isArray(more.available)
        ? [...her.available, ...more.available]
        : [{ from: null, to: null }],
  }),
  (her) => ({ ...her, confirmedOn: '2026-06-01' }),
];
