import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  CandidatePool,
  type Fairness,
  type GroupRule,
  type Need,
  rank,
  type RankedCandidate,
  rankFairly,
} from '#matching';
import fc from 'fast-check';
import { fairReference } from './fairness-reference.js';
import * as arbitrary from './matching-arbitraries.js';
import { runs } from '../support/depth.js';

const RUNS = { seed: 2017, numRuns: runs(60) };

const any = fc.constantFrom;

const group: fc.Arbitrary<GroupRule> = fc.record({
  group: any('YOUNG_LEADERS', 'NEW_TO_TRACK_1', 'NETWORKS', 'NATIONALS_OR_RESIDENTS'),
  networks: any(['femwise'], ['nordic', 'elsewhere']),
  territories: any(['ML', 'SN'], ['CO']),
  proportion: any(100_000, 300_000, 500_000, 800_000, 980_000),
  alpha: any(10_000, 100_000, 150_000),
  places: any(10, 11, 13),
});

const rotation: fc.Arbitrary<NonNullable<Fairness['rotation']>> = fc.record({
  strength: fc.oneof(any(0, 1, 200), fc.integer({ min: 0, max: 200 })),
  shares: fc
    .array(
      fc.tuple(
        arbitrary.id,
        fc.oneof(any(0, 1, 1_000_000), fc.integer({ min: 0, max: 1_000_000 })),
      ),
    )
    .map((pairs) => new Map(pairs)),
});

const rules: fc.Arbitrary<Fairness> = fc.oneof(
  fc.record({ rotation }),
  fc.record({ group }),
  fc.record({ rotation, group }),
);

function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  return pool;
}

function expected(
  need: Need,
  candidates: readonly Candidate[],
  { rotation: turn, group: rule }: Fairness,
) {
  return fairReference(need, candidates, {
    strength: turn?.strength ?? 0,
    shares: turn?.shares ?? new Map(),
    group: rule ?? null,
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('a fair ranking', () => {
  it('equals the reference: places, points, picks and cost, on every page of every size', () => {
    fc.assert(
      fc.property(
        arbitrary.candidates,
        arbitrary.need,
        rules,
        fc.integer({ min: 1, max: 12 }),
        (candidates, need, fairness, limit) => {
          const pool = poolOf(candidates);
          const { list, plain, required } = expected(need, candidates, fairness);
          const paged: RankedCandidate[] = [];
          for (let more = true; more;) {
            const page = rankFairly(pool, need, { limit, after: paged.at(-1) }, fairness);
            const from = paged.length;
            const to = from + page.results.length;
            const scores = page.results.map(({ score }) => score);
            expect(page.fairness!.cost).toBe(sum(plain.slice(from, to)) - sum(scores));
            expect(page.hasNext).toBe(to < list.length);
            expect(page.eligible).toBe(list.length);
            if (fairness.group) expect(page.fairness!.test!.required).toEqual(required);
            paged.push(...page.results);
            more = page.hasNext;
          }
          expect(paged.map((each, i) => placeOf(each, i, fairness))).toEqual(
            list.map(({ points, member, forced, ...place }, i) => ({
              ...place,
              rank: i + 1,
              points: fairness.rotation ? points : null,
              member: fairness.group ? member : null,
              forced: fairness.group ? forced : null,
              required: fairness.group ? (required[i] ?? null) : null,
            })),
          );
        },
      ),
      RUNS,
    );
  });

  it('is the ranking without fairness where the rules ask for nothing', () => {
    const nothing = fc.oneof(
      any<Fairness>({}),
      any<Fairness>({ rotation: { strength: 0, shares: new Map() } }),
      rotation.map(({ shares }): Fairness => ({ rotation: { strength: 0, shares } })),
      rotation.map(({ strength }): Fairness => ({ rotation: { strength, shares: new Map() } })),
    );
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, nothing, (candidates, need, fairness) => {
        const pool = poolOf(candidates);
        const fair = rankFairly(pool, need, { limit: 100 }, fairness);
        const plain = rank(pool, need, { limit: 100 });
        expect(fair.fairness).toMatchObject({ cost: 0, meanCost: 0 });
        expect(
          fair.results.map(({ id, score, contributions }) => ({ id, score, contributions })),
        ).toEqual(
          plain.results.map(({ id, score, contributions }) => ({ id, score, contributions })),
        );
        for (const result of fair.results) expect(result.fairness!.rankWithout).toBe(result.rank);
      }),
      RUNS,
    );
  });

  it('never raises a woman for having been shown more', () => {
    fc.assert(
      fc.property(
        arbitrary.candidates.filter(({ length }) => length > 0),
        arbitrary.need,
        rotation,
        (candidates, need, turn) => {
          const pool = poolOf(candidates);
          const her = candidates[0]!.id;
          const rankOf = (share: number) =>
            rankFairly(
              pool,
              need,
              { limit: 100 },
              { rotation: { ...turn, shares: new Map([...turn.shares, [her, share]]) } },
            ).results.find(({ id }) => id === her)?.rank ?? 0;
          expect(rankOf(1_000_000)).toBeGreaterThanOrEqual(rankOf(400_000));
          expect(rankOf(400_000)).toBeGreaterThanOrEqual(rankOf(0));
        },
      ),
      RUNS,
    );
  });

  it('holds the minimum of every prefix wherever the group has enough members', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, group, (candidates, need, rule) => {
        const { results, fairness } = rankFairly(
          poolOf(candidates),
          need,
          { limit: 100 },
          { group: rule },
        );
        const members = results.filter((each) => each.fairness!.group!.member).length;
        const { required, passed } = fairness!.test!;
        let [holds, count] = [true, 0];
        results.slice(0, required.length).forEach((each, i) => {
          count += Number(each.fairness!.group!.member);
          if (count < Math.min(required[i]!, members)) throw new Error('A minimum is not held.');
          holds &&= count >= required[i]!;
        });
        expect(passed).toBe(holds);
      }),
      RUNS,
    );
  });

  it('goes on where the list stood when a woman on it left between two pages', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, group, (candidates, need, rule) => {
        const pool = poolOf(candidates);
        const fairness = { group: rule };
        const { results } = rankFairly(pool, need, { limit: 4 }, fairness);
        if (results.length < 4) return;
        pool.remove(results[3]!.id);
        const whole = rankFairly(pool, need, { limit: 100 }, fairness).results.map(({ id }) => id);
        const next = rankFairly(pool, need, { limit: 100, after: results[3] }, fairness);
        expect(next.results.map(({ id }) => id)).toEqual(whole.slice(3));
      }),
      RUNS,
    );
  });

  it('equals the reference in a pool of thousands', () => {
    const candidates = fc
      .sample(arbitrary.candidate, { seed: 2017, numRuns: 2600 })
      .map((candidate, i): Candidate => ({
        ...candidate,
        id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      }))
      .map((one) => ({ ...one, lot: arbitrary.lotOf(one.id) }));
    const pool = poolOf(candidates);
    const shares = new Map(candidates.map(({ id }, i) => [id, (i * 7919) % 1_000_001]));
    const rule: GroupRule = { group: 'YOUNG_LEADERS', proportion: 900_000, places: 12 };
    for (const need of fc.sample(arbitrary.need, { seed: 2017, numRuns: runs(10) })) {
      const fairness = { rotation: { strength: 100, shares }, group: rule };
      const { list } = expected(need, candidates, fairness);
      const page = rankFairly(pool, need, { limit: 20 }, fairness);
      const next = rankFairly(pool, need, { limit: 20, after: page.results.at(-1) }, fairness);
      const shown = [...page.results, ...(page.hasNext ? next.results : [])];
      expect(shown.map(({ id, fairness: did }) => ({ id, rankWithout: did!.rankWithout }))).toEqual(
        list.slice(0, 40).map(({ id, rankWithout }) => ({ id, rankWithout })),
      );
    }
  });
});

function placeOf(
  { id, rank: place, score, fairness }: RankedCandidate,
  index: number,
  on: Fairness,
) {
  const { rankWithout, rotation: turn, group: of } = fairness!;
  expect(turn !== undefined).toBe(on.rotation !== undefined);
  expect(place).toBe(index + 1);
  return {
    id,
    score,
    rank: place,
    rankWithout,
    points: turn?.points ?? null,
    member: of?.member ?? null,
    forced: of?.forced ?? null,
    required: of?.required ?? null,
  };
}
