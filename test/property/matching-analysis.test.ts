import { describe, expect, it } from '@jest/globals';
import {
  applyChange,
  type Candidate,
  type Change,
  compareCandidates,
  type Criterion,
  exclusionsOf,
  explainPlace,
  HARD_CRITERIA,
  MODEL,
  nearlyEligible,
  type Need,
  rank,
  type RankedCandidate,
  type Shortfall,
  tieKey,
  waterfall,
} from '#matching';
import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  daysOf,
  isAvailable,
  liftings,
  poolOf,
  ranked,
  statedDays,
} from './matching-analysis-reference.js';
import * as arbitrary from './matching-arbitraries.js';
import { runs } from '../support/depth.js';

const RUNS = { seed: 1325, numRuns: runs(100) };
const FEW_RUNS = { ...RUNS, numRuns: runs(15) };

const KEPT: ReadonlySet<string> = new Set(['CONSENT', 'STATE', 'SAFETY']);
const someone = fc.nat();
const top = fc.integer({ min: 1, max: 6 });

/** Pools that are never empty. */
const candidates = arbitrary.candidates.filter(({ length }) => length > 0);

const stopsOf = (pool: ReturnType<typeof poolOf>, need: Need, id: string) =>
  exclusionsOf(pool, need, id);

/** Deployments of any other type or phase are one change. */
const unique = (codes: readonly string[]) => [...new Set(codes)];

function codeOf(change: Change): string {
  switch (change.criterion) {
    case 'ROLE':
      return change.role;
    case 'PROCESS':
      return `${change.type ?? ''} ${change.phase ?? ''}`;
    case 'NETWORK':
      return change.slug;
    case 'YEARS':
    case 'AVAILABILITY':
    case 'FRESHNESS':
      return '';
    default:
      return change.code;
  }
}

describe('explainPlace', () => {
  it('finds the smallest single changes that lift her, and no others', () => {
    let lifted = 0;
    let hopeless = 0;
    fc.assert(
      fc.property(candidates, arbitrary.need, someone, top, (all, need, n, k) => {
        const results = ranked(all, need);
        const outside = results.slice(k);
        fc.pre(outside.length > 0);
        const { id } = outside[n % outside.length]!;
        const her = all.find((each) => each.id === id)!;
        const found = explainPlace(poolOf(all), need, id, { top: k, samples: 1 });
        if (found?.standing !== 'outside') throw new Error('She is outside.');
        const { lifts, most, needed } = found.counterfactual;
        const expected = liftings(all, need, id);
        const enough = expected.filter((each) => each.rank <= k);
        const firstOfEach = enough.filter(
          ({ criterion }, i) => enough.findIndex((each) => each.criterion === criterion) === i,
        );
        const seen = lifts.map(({ change, ...lift }) => ({
          ...lift,
          criterion: change.criterion,
          code: codeOf(change),
        }));
        const alike = firstOfEach.map(({ criterion, gain, steps, code }) =>
          expected
            .filter((each) => each.criterion === criterion && each.gain === gain)
            .flatMap((each) => (each.steps === steps && each.code !== code ? [each.code] : [])),
        );
        expect(seen).toEqual(firstOfEach.map((each, i) => ({ ...each, alike: unique(alike[i]!) })));
        expect(enough.every(({ gain }) => gain >= needed)).toBe(true);
        for (const { change, rank: then } of lifts) {
          const changed = applyChange(her, change, need);
          const after = ranked([...all.filter((each) => each.id !== id), changed], need);
          expect(after.findIndex((each) => each.id === id) + 1).toBe(then);
          expect(then).toBeLessThanOrEqual(k);
        }
        const best = Math.max(...expected.map(({ gain }) => gain));
        const bringsMost = expected.find(({ gain }) => gain === best);
        if (enough.length > 0 || !bringsMost) expect(most).toBeNull();
        else expect(most).toMatchObject({ gain: best, rank: bringsMost.rank });
        if (enough.length > 0) lifted++;
        else hopeless++;
      }),
      FEW_RUNS,
    );
    expect(lifted).toBeGreaterThan(5);
    expect(hopeless).toBeGreaterThan(2);
  });

  it('says what somebody among the first may lose, to the last unit', () => {
    fc.assert(
      fc.property(candidates, arbitrary.need, someone, top, (all, need, n, k) => {
        const results = ranked(all, need);
        fc.pre(results.length > 0);
        const her = results[n % Math.min(k, results.length)]!;
        const found = explainPlace(poolOf(all), need, her.id, { top: k, samples: 1 });
        if (found?.standing !== 'inside') throw new Error('She is inside.');
        expect(found).toMatchObject({ rank: her.rank, total: her.total, score: her.score });
        const next = results[k];
        if (!next) {
          expect(found.margin).toBeNull();
          return;
        }
        const { spare, leastValues } = found.margin!;
        const holds = (total: number) =>
          total > next.total || (total === next.total && her.tieKey < next.tieKey);
        expect([holds(her.total - spare), holds(her.total - spare - 1)]).toEqual([true, false]);
        leastValues.forEach(({ criterion, value, least }, i) => {
          const { weight, ...contribution } = her.contributions[i]!;
          expect(contribution).toMatchObject({ criterion, value });
          expect(holds(her.total - weight * (value - least))).toBe(true);
          if (least > 0) expect(holds(her.total - weight * (value - least + 1))).toBe(false);
        });
      }),
      RUNS,
    );
  });

  it('says what stops an excluded one, and meeting all of it makes her eligible', () => {
    let met = 0;
    fc.assert(
      fc.property(candidates, arbitrary.need, someone, top, (all, need, n, k) => {
        const her = all[n % all.length]!;
        const pool = poolOf(all);
        const stops = stopsOf(pool, need, her.id);
        const found = explainPlace(pool, need, her.id, { top: k, samples: 1 });
        if (stops.some((criterion) => KEPT.has(criterion))) {
          expect(found).toBeNull();
          return;
        }
        if (stops.length === 0) {
          expect(found?.standing).toMatch(/side$/);
          return;
        }
        if (found?.standing !== 'excluded') throw new Error('She is excluded.');
        expect(found.shortfalls.map(({ criterion }) => criterion)).toEqual(stops);
        // A need that wants a network and excludes it can be met by nobody.
        const rivals = need.hard.conflictOfInterest?.networks ?? [];
        fc.pre(!need.hard.networks?.some((slug) => rivals.includes(slug)));
        const changed = found.shortfalls.reduce((as, each) => meeting(as, each, need), her);
        expect(stopsOf(poolOf([changed]), need, her.id)).toEqual([]);
        const free = { ...need, hard: { allowStale: true }, territories: [] };
        const would = ranked([her], free)[0]!;
        expect(found).toMatchObject({ total: would.total, score: would.score });
        const before = ranked(all, need).filter(
          ({ total, tieKey: key }) =>
            total > would.total || (total === would.total && key < would.tieKey),
        );
        expect(found.rankIfMet).toBe(before.length + 1);
        met++;
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(10);
  });

  it('draws weights near the need, and ranks each draw exactly', () => {
    const neighbourhood = fc.record({
      delta: fc.constantFrom(1, 20, 100),
      samples: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(
        candidates,
        arbitrary.need,
        someone,
        top,
        neighbourhood,
        (all, need, n, k, { delta, samples }) => {
          const results = ranked(all, need);
          fc.pre(results.length > 0);
          const her = results[n % results.length]!;
          const found = explainPlace(poolOf(all), need, her.id, { top: k, delta, samples });
          if (!found || found.standing === 'excluded') throw new Error('She is eligible.');
          const random = xoroshiro128plus(
            Number.parseInt(tieKey(need, arbitrary.lotOf(her.id)).slice(0, 8), 16),
          );
          const ranks = Array.from({ length: samples }, () => {
            const factors = her.contributions.map(() =>
              uniformInt(random, 1000 - 10 * delta, 1000 + 10 * delta),
            );
            return rankUnder(results, factors, her.id);
          });
          expect(found.stability).toMatchObject({
            delta,
            samples,
            inside: ranks.filter((each) => each <= k).length,
            ranks: { best: Math.min(...ranks), worst: Math.max(...ranks) },
          });
          const { share, interval } = found.stability;
          expect(interval.low).toBeLessThanOrEqual(share);
          expect(interval.high).toBeGreaterThanOrEqual(share);
        },
      ),
      RUNS,
    );
  });
});

/** The rank of one result when weights are multiplied, in integers without bounds. */
function rankUnder(results: readonly RankedCandidate[], factors: number[], id: string): number {
  const totals = results.map((result) => ({
    ...result,
    moved: result.contributions.reduce(
      (sum, { weight, value }, i) => sum + BigInt(weight) * BigInt(value) * BigInt(factors[i]!),
      0n,
    ),
  }));
  totals.sort((a, b) =>
    a.moved === b.moved ? (a.tieKey < b.tieKey ? -1 : 1) : a.moved > b.moved ? -1 : 1,
  );
  return totals.findIndex((each) => each.id === id) + 1;
}

/** The candidate when she has what a hard criterion asks, by her own doing or the need's leave. */
function meeting(her: Candidate, lack: Shortfall, { period }: Need): Candidate {
  switch (lack.criterion) {
    case 'LANGUAGE':
      return { ...her, languages: [...her.languages, ...lack.missing] };
    case 'CONFLICT_OF_INTEREST': {
      const isFree = (code: string | null) => !code || !lack.territories.includes(code);
      return {
        ...her,
        nationalities: her.nationalities.filter(isFree),
        residence: isFree(her.residence) ? her.residence : null,
        networks: her.networks.filter((slug) => !lack.networks.includes(slug)),
      };
    }
    case 'AVAILABILITY': {
      const free = daysOf(period!).filter((day) => !isAvailable(her, day));
      expect(lack.period - free.length).toBe(lack.days);
      const more = free.slice(0, lack.needed - lack.days).map((day) => ({ from: day, to: day }));
      return { ...her, available: [...statedDays(her), ...more] };
    }
    case 'ROLE':
      return { ...her, rolesStated: [lack.accepted[0]!] };
    case 'TRACK':
      return { ...her, tracks: [lack.accepted[0]!] };
    case 'NETWORK':
      return { ...her, networks: [...her.networks, lack.accepted[0]!] };
    default:
      expect(lack.found).toBe(her.years);
      return { ...her, years: lack.minimum };
  }
}

describe('compareCandidates', () => {
  it('adds up, names what decides, and finds the nearest weight that turns the order', () => {
    let turned = 0;
    fc.assert(
      fc.property(candidates, arbitrary.need, someone, someone, (all, need, n, m) => {
        const results = ranked(all, need);
        fc.pre(results.length > 1);
        const one = results[n % results.length]!;
        const other = results.filter((each) => each !== one)[m % (results.length - 1)]!;
        const found = compareCandidates(poolOf(all), need, one.id, other.id)!;
        expect(found.first).toMatchObject({ id: one.id, rank: one.rank, score: one.score });
        expect(found.second).toMatchObject({ id: other.id, rank: other.rank, stoppedBy: [] });
        expect(found.criteria.reduce((sum, { difference }) => sum + difference, 0)).toBe(
          one.score - other.score,
        );
        expect(found.difference).toBe(one.score - other.score);
        expect(found.ahead).toBe(one.rank < other.rank ? 'first' : 'second');

        const [ahead, behind] = one.rank < other.rank ? [one, other] : [other, one];
        const leads = ahead.contributions.map(
          ({ value, weight }, i) => weight * (value - behind.contributions[i]!.value),
        );
        const most = leads.indexOf(Math.max(...leads));
        const decides = ahead.total === behind.total ? null : ahead.contributions[most]!.criterion;
        expect(found.decidedBy).toBe(decides);

        const turns = new Map(found.turns.map((turn) => [turn.criterion, turn]));
        for (const { criterion, weight } of ahead.contributions) {
          expect(turns.get(criterion)).toEqual(nearestTurn(ahead, behind, criterion, weight));
        }
        const moves = found.turns.map(({ from, to }) => Math.abs(to - from));
        expect(moves).toEqual(moves.toSorted((a, b) => a - b));
        const [turn] = found.turns;
        if (turn) {
          const weights = { ...need.weights, [turn.criterion]: turn.to };
          const order = ranked(all, { ...need, weights }).map(({ id }) => id);
          expect(order.indexOf(behind.id)).toBeLessThan(order.indexOf(ahead.id));
          turned++;
        }
      }),
      RUNS,
    );
    expect(turned).toBeGreaterThan(20);
  });

  it('compares nobody who is kept out for a reason of her own', () => {
    fc.assert(
      fc.property(candidates, arbitrary.need, someone, (all, need, n) => {
        const pool = poolOf(all);
        const her = all[n % all.length]!;
        const found = compareCandidates(pool, need, her.id, all[0]!.id);
        const stops = [her, all[0]!].map(({ id }) => stopsOf(pool, need, id));
        const kept = stops.some((each) => each.some((criterion) => KEPT.has(criterion)));
        expect(found === null).toBe(kept);
        if (!found) return;
        expect([found.first.stoppedBy, found.second.stoppedBy]).toEqual(stops);
        expect(found.first.rank === null).toBe(stops[0]!.length > 0);
      }),
      RUNS,
    );
  });
});

/** Every weight of one criterion, tried. */
function nearestTurn(
  ahead: RankedCandidate,
  behind: RankedCandidate,
  criterion: Criterion,
  from: number,
) {
  let nearest: { criterion: Criterion; from: number; to: number } | undefined;
  for (let to = 0; to <= MODEL.maximumWeight; to++) {
    const weightOf = (each: { criterion: Criterion; weight: number }) =>
      each.criterion === criterion ? to : each.weight;
    const totalOf = ({ contributions }: RankedCandidate) =>
      contributions.reduce((sum, each) => sum + weightOf(each) * each.value, 0);
    if (ahead.contributions.every((each) => weightOf(each) === 0)) continue;
    const lead = totalOf(ahead) - totalOf(behind);
    const isTurned = lead < 0 || (lead === 0 && behind.tieKey < ahead.tieKey);
    if (isTurned && Math.abs(to - from) < Math.abs((nearest?.to ?? Infinity) - from)) {
      nearest = { criterion, from, to };
    }
  }
  return nearest;
}

describe('a need and its pool', () => {
  it('counts what each hard criterion removes, alone, in sequence and if it were dropped', () => {
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, (all, need) => {
        const pool = poolOf(all);
        const stops = all.map(({ id }) => stopsOf(pool, need, id));
        const found = waterfall(pool, need);
        expect(found.considered).toBe(all.length);
        expect(found.eligible).toBe(rank(pool, need, { limit: 0 }).eligible);
        let left = all.length;
        for (const step of found.steps) {
          left -= step.removed;
          expect(step).toEqual({
            criterion: step.criterion,
            alone: stops.filter((each) => each.includes(step.criterion)).length,
            removed: stops.filter(([first]) => first === step.criterion).length,
            remaining: left,
            addedIfDropped: stops.filter((each) => each.join() === step.criterion).length,
          });
        }
        expect(left).toBe(found.eligible);
        const order = found.steps.map(({ criterion }) => HARD_CRITERIA.indexOf(criterion));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it('lists those whom one criterion stops by the score they would have, page by page', () => {
    let listed = 0;
    fc.assert(
      fc.property(arbitrary.candidates, arbitrary.need, top, (all, need, limit) => {
        const pool = poolOf(all);
        const single = all.filter(({ id }) => stopsOf(pool, need, id).length === 1);
        const told = single.filter(({ id }) => !KEPT.has(stopsOf(pool, need, id)[0]!));
        const free = { ...need, hard: { allowStale: true }, territories: [] };
        const expected = ranked(told, free);
        const seen = [];
        for (let more = true; more;) {
          const page = nearlyEligible(pool, need, { limit, after: seen.at(-1) });
          expect(page).toMatchObject({ total: told.length, kept: single.length - told.length });
          seen.push(...page.results);
          more = page.hasNext;
        }
        expect(seen.map(({ id, total, score }) => ({ id, total, score }))).toEqual(
          expected.map(({ id, total, score }) => ({ id, total, score })),
        );
        for (const { id, shortfall } of seen) {
          expect([shortfall.criterion]).toEqual(stopsOf(pool, need, id));
        }
        listed += seen.length;
      }),
      RUNS,
    );
    expect(listed).toBeGreaterThan(15);
  });
});
