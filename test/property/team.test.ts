import { afterAll, describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  CandidatePool,
  matchTeam,
  type Need,
  rank,
  type Requirement,
  type TeamConstraints,
  type TeamRequest,
  validateTeam,
} from '#matching';
import { Solver } from '#solver';
import fc from 'fast-check';
import * as arbitrary from './matching-arbitraries.js';
import { bestTeam, leastRelaxed, rankOf, type Scored } from './team-reference.js';
import { runs } from '../support/depth.js';

const RUNS = { seed: 1325, numRuns: runs(100) };

const solver = new Solver({ timeLimitSeconds: 600 });
const solve: Parameters<typeof matchTeam>[3] = (mip) => solver.solve(mip);
afterAll(() => solver.close());

function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  return pool;
}

const any = fc.constantFrom;
const some = <T>(item: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(item, { minLength: 1, maxLength });
const count = fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined });

/** Few women, most of whom may be in a team, and lists of few codes. */
const candidates = fc.uniqueArray(
  fc.record({
    mold: arbitrary.candidate,
    years: fc.integer({ min: 0, max: 3 }),
    servedOnTrackOne: fc.boolean(),
    eligible: fc.oneof({ weight: 9, arbitrary: any(true) }, any(false)),
  }),
  { selector: ({ mold }) => mold.id, minLength: 3, maxLength: 11 },
);

const women = candidates.map((drawn) =>
  drawn.map(({ mold, eligible, ...fields }): Candidate => ({
    ...mold,
    ...fields,
    state: 'published',
    consentMatched: eligible,
    ruledOut: [],
  })),
);

const drawnBy: { [K in keyof TeamConstraints]: fc.Arbitrary<TeamConstraints[K]> } = {
  languages: some(
    fc.record({ code: any('fr', 'ar', 'ary', 'sw'), level: any('A2', 'B2', 'C1'), count }),
    2,
  ),
  expertise: some(
    fc.record({
      code: any('mediation', 'mediation.ceasefire-mediation', 'justice.transitional-justice'),
      level: any(1, 2, 3),
      count,
    }),
    2,
  ),
  areas: some(fc.record({ code: any('ML', 'KE', '011', 'ECOWAS', '002'), count }), 2),
  perNetwork: fc.integer({ min: 1, max: 2 }),
  perNationality: fc.integer({ min: 1, max: 2 }),
  youngLeaders: fc.integer({ min: 0, max: 2 }),
  nationals: fc.integer({ min: 0, max: 2 }),
  newcomers: fc.integer({ min: 0, max: 2 }),
  nationalitiesApart: some(any({ first: 'ML', second: 'NE' }, { first: 'KE', second: 'ML' }), 2),
};

/** At most three kinds of constraint together: with more, next to nothing is possible. */
const constraints = fc
  .subarray(Object.keys(drawnBy) as (keyof typeof drawnBy)[], { maxLength: 3 })
  .chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, drawnBy[key]!]))),
  ) as fc.Arbitrary<TeamConstraints>;

interface Case {
  women: Candidate[];
  need: Need;
  request: TeamRequest;
}

/** A need without hard criteria but its own, and a valid request; women are named by place. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    women,
    need: arbitrary.need,
    constraints,
    size: fc.integer({ min: 1, max: 4 }),
    named: fc.array(fc.nat(10), { minLength: 6, maxLength: 6 }),
    uses: fc.record({
      mustHave: fc.integer({ min: 0, max: 2 }),
      mustNotHave: fc.boolean(),
      apart: fc.boolean(),
    }),
    alternatives: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ women: listed, need, size, named, uses, alternatives, ...drawn }) => {
    const ids = [...new Set(named.flatMap((place) => listed[place]?.id ?? []))];
    const [first, second, third, ...rest] = ids;
    const mustHave = rest.slice(0, uses.mustHave);
    const request: TeamRequest = {
      size,
      constraints: {
        ...drawn.constraints,
        ...(mustHave.length > 0 ? { mustHave } : {}),
        ...(uses.mustNotHave && third ? { mustNotHave: [third] } : {}),
        ...(uses.apart && first && second ? { apart: [{ first, second }] } : {}),
      },
      ...(mustHave.length > 0 ? {} : { alternatives }),
    };
    const open: Need = { ...need, hard: {}, territories: ['ML', 'NE'] };
    return { women: listed, need: open, request };
  })
  .filter(({ women: listed, need, request }) => {
    return validateTeam(poolOf(listed), need, request).length === 0;
  });

function scoredOf(pool: CandidatePool, need: Need): Scored[] {
  const { results } = rank(pool, need, { limit: 100 });
  return results.map(({ id, score }) => ({ candidate: pool.get(id)!, score }));
}

const idsOf = (team: { members: readonly { id: string }[] }) =>
  team.members.map(({ id }) => id).sort();

const outcome = { solved: 0, infeasible: 0, sized: 0 };

describe('matchTeam', () => {
  it('finds the best of all teams, its alternatives, or the least that must give way', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ women: listed, need, request }) => {
        const pool = poolOf(listed);
        const result = await matchTeam(pool, need, request, solve);
        let left = scoredOf(pool, need);
        const expected = [];
        for (let i = 0; i <= (request.alternatives ?? 0); i++) {
          const best = bestTeam(left, need, request);
          if (best === null) break;
          expected.push(best);
          left = left.filter(({ candidate }) => !best.ids.includes(candidate.id));
        }
        expect(result.status).toBe(expected.length > 0 ? 'optimal' : 'infeasible');
        expect(result.teams.map(({ total, gap }) => ({ total, gap }))).toEqual(
          expected.map(({ total }) => ({ total, gap: 0 })),
        );
        if (expected.length > 0) {
          outcome.solved++;
          // Equals in total and tie sum are as good as never drawn, but for pools of equal bits.
          expect(result.teams.map(idsOf)).toEqual(expected.map(({ ids }) => ids));
          expect(result.teams.every(({ settled }) => settled)).toBe(true);
          return;
        }
        outcome.infeasible++;
        const least = leastRelaxed(scoredOf(pool, need), need, request);
        const { requirements, proven, team } = result.relaxation!;
        const [missing, relaxed, amount] = rankOf(least);
        outcome.sized += Number(missing! > 0);
        const sized = requirements.filter(({ requirement: { kind } }) => kind === 'SIZE');
        const others = requirements.filter((each) => !sized.includes(each));
        expect(proven).toBe(true);
        expect(sized.map(({ asked, possible }) => asked - possible)).toEqual(
          missing === 0 ? [] : [missing],
        );
        expect(others).toHaveLength(relaxed!);
        const change = ({ asked, possible }: { asked: number; possible: number }) =>
          Math.abs(asked - possible);
        expect(others.reduce((sum, each) => sum + change(each), 0)).toBe(amount);
        expect(team === null ? [] : idsOf(team)).toEqual(least.ids);
        expect(team?.total ?? 0).toBe(least.total);
      }),
      RUNS,
    );
    expect(Math.min(outcome.solved, outcome.infeasible, outcome.sized)).toBeGreaterThan(4);
  }, 120_000);

  it('gives a team that meets everything where the solver had no time', async () => {
    const ends = { feasible: 0, best: 0, stopped: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ({ women: listed, need, request }) => {
        const pool = poolOf(listed);
        const outOfTime = { status: 'stopped', values: null, bound: null, nodes: 0 } as const;
        const result = await matchTeam(pool, need, request, async () => outOfTime);
        const scored = scoredOf(pool, need);
        const best = bestTeam(scored, need, request);
        expect(result.relaxation).toBeNull();
        if (best === null) {
          expect(result).toMatchObject({ status: 'stopped', teams: [] });
          ends.stopped++;
          return;
        }
        expect(result).toMatchObject({
          status: 'feasible',
          teams: [{ bound: null, gap: null, settled: false }],
        });
        const [team] = result.teams;
        const only = scored.filter(({ candidate }) => idsOf(team!).includes(candidate.id));
        expect(bestTeam(only, need, request)).toMatchObject({
          ids: idsOf(team!),
          total: team!.total,
        });
        ends.feasible++;
        ends.best += Number(team!.total === best.total);
      }),
      RUNS,
    );
    expect(Math.min(ends.feasible, ends.stopped)).toBeGreaterThan(20);
    expect(ends.best / ends.feasible).toBeGreaterThan(0.9);
  }, 120_000);

  it('loses nothing by its pre-selection', async () => {
    let smaller = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ women: listed, need, request }) => {
        const pool = poolOf(listed);
        const short = await matchTeam(pool, need, request, solve);
        const whole = await matchTeam(pool, need, request, solve, { preselection: false });
        smaller += Number(short.compared < whole.compared);
        const comparable = (found: typeof short) => ({ ...found, compared: 0, nodes: 0 });
        expect(comparable(short)).toEqual(comparable(whole));
      }),
      RUNS,
    );
    expect(smaller).toBeGreaterThan(20);
  }, 120_000);

  it('says truly who covers what', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ women: listed, need, request }) => {
        const { teams } = await matchTeam(poolOf(listed), need, request, solve);
        for (const { members, coverage, total } of teams) {
          expect(members.reduce((sum, { score }) => sum + score, 0)).toBe(total);
          expect(members.map(({ rank: place }) => place)).toEqual(members.map((_, i) => i + 1));
          for (const { requirement, found, by } of coverage) {
            expect(found).toBe(by.length);
            if (isLimit(requirement)) expect(found).toBeLessThanOrEqual(requirement.count);
            else expect(found).toBeGreaterThanOrEqual(requirement.count);
          }
          for (const member of members) {
            const covered = coverage.flatMap(({ requirement, by }, i) =>
              !isLimit(requirement) && by.includes(member.id) ? [i] : [],
            );
            expect(member.covers).toEqual(covered);
          }
        }
      }),
      { ...RUNS, numRuns: runs(30) },
    );
  }, 120_000);

  it('does not depend on the order in which the pool was filled', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ women: listed, need, request }) => {
        const there = await matchTeam(poolOf(listed), need, request, solve);
        const back = await matchTeam(poolOf(listed.toReversed()), need, request, solve);
        expect(back).toEqual(there);
      }),
      { ...RUNS, numRuns: runs(30) },
    );
  }, 120_000);
});

function isLimit({ kind }: Requirement): boolean {
  return kind === 'PER_NETWORK' || kind === 'PER_NATIONALITY';
}
