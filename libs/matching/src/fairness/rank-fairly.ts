import { compare } from '../engine/order.js';
import { TRACKS } from '#vocabulary';
import { bitsOf } from '../bit-sets.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { TRACK_SHIFT, Trait } from '../engine/columns.js';
import { CompiledNeed, type WeightedTerm } from '../engine/compiled-need.js';
import { holds } from '../engine/list-checks.js';
import type { RankPlace, RowPosition } from '../engine/order.js';
import { checkPage, explained, type Minimums, type Page, type Ranking } from '../engine/rank.js';
import { RowOrder } from '../engine/row-order.js';
import { RowScorer } from '../engine/scorers.js';
import { FAIRNESS, MODEL, type ProtectedGroup } from '../model.js';
import type { Need } from '../need/need.js';
import { checkAllButMatches } from '../need/validate-need.js';
import { checkFairness, type Fairness, type GroupRule, type Rotation } from './fairness.js';
import { adjustedMinimums, fairTop, type Pick } from './group-test.js';

/** A place of the list: one that the test ordered, or one after those. */
type Place = Pick<RowPosition> & { rank: number };

/**
 * Like `rank`, but fair in exposure, and saying what that did: the scores are the model's, the order is not.
 *
 * Rotation orders by what `rotatedTerms` says. On top of it the group rule orders the first places as one
 * list, by FA*IR, whatever page is asked for; whoever is not on it follows in the order without the rule.
 * So pages put together equal the whole list while neither the pool nor the exposures change.
 *
 * Throws InvalidNeed with all problems of the need, the page or the rules.
 */
export function rankFairly(
  pool: CandidatePool,
  need: Need,
  page: Page,
  fairness: Fairness,
): Ranking {
  checkAllButMatches(need);
  checkPage(page);
  checkFairness(fairness);
  const { rotation, group } = fairness;

  const compiled = new CompiledNeed(pool, need);
  const order = new RowOrder(compiled, rotation && rotatedTerms(compiled, rotation));
  const isMember = group ? membership(pool, group) : () => false;
  const test = group ? testOf(group) : null;
  const required = test?.required ?? [];
  const list = group ? listOf(order, isMember, required) : [];
  const { places, preceding, ...counts } = placesOf(compiled, order, list, isMember, page);

  const plain = new RowOrder(compiled);
  const { places: ranks, between } = plain.standing(
    places.map(({ item }) => plain.position(item.row)),
    { from: preceding, to: preceding + places.length },
  );
  const { totalWeight } = compiled;
  const results = places.map(({ item, rank, member, forced }) => {
    const result = explained(compiled, item, rank);
    const points =
      rotation && result.score - rotatedScore(item.total, totalWeight, rotation.strength);
    return {
      ...result,
      ...(rank <= list.length && { place: rank }),
      fairness: {
        rankWithout: ranks.get(item.row)!,
        ...(rotation && {
          rotation: { share: rotation.shares.get(item.id) ?? 0, points: points! },
        }),
        ...(group && {
          group: { group: group.group, member, forced, required: required[rank - 1] ?? null },
        }),
      },
    };
  });
  compiled.release();
  const without = between.reduce((sum, { total }) => sum + Math.floor(total / totalWeight), 0);
  const cost = without - results.reduce((sum, { score }) => sum + score, 0);

  return {
    modelVersion: need.version ?? MODEL.version,
    needId: need.id,
    poolVersion: pool.version,
    considered: pool.size,
    ...counts,
    results,
    hasNext: counts.eligible > preceding + places.length,
    fairness: {
      cost,
      meanCost: places.length === 0 ? 0 : Math.trunc(cost / places.length),
      ...(rotation && { strength: rotation.strength }),
      ...(test && { test: { ...test, passed: passes(list, required) } }),
    },
  };
}

function testOf({ proportion, alpha, places }: GroupRule): Minimums {
  return adjustedMinimums(
    places ?? FAIRNESS.places.standard,
    proportion,
    alpha ?? FAIRNESS.alpha.standard,
  );
}

/** The places that the test orders. Nobody beyond the first k of a queue can be on a list of k. */
function listOf(
  order: RowOrder,
  isMember: IsMember,
  required: readonly number[],
): Pick<RowPosition>[] {
  const members = order.first(required.length, (_total, row) => isMember(row)).rows;
  const others = order.first(required.length, (_total, row) => !isMember(row)).rows;
  return fairTop(members, others, required, compare);
}

function passes(list: readonly Pick<unknown>[], required: readonly number[]): boolean {
  let members = 0;
  return list.every(({ member }, i) => (members += Number(member)) >= required[i]!);
}

/** One page: what of the list belongs to it, then what of those who are not on the list. */
function placesOf(
  { tieKeys }: CompiledNeed,
  order: RowOrder,
  list: readonly Pick<RowPosition>[],
  isMember: IsMember,
  { limit, after }: Page,
) {
  const start = after ? startIn(list, after) : 0;
  const beyond = after && isBeyond(list, after) ? after : null;
  const listed = list
    .slice(start, start + limit)
    .map((pick, i) => ({ ...pick, rank: start + i + 1 }));
  const rows = new Set(list.map(({ item }) => item.row));
  let skipped = 0;
  const rest = order.first(limit - listed.length, (total, row) => {
    if (rows.has(row)) {
      skipped++;
      return false;
    }
    return beyond === null || tieKeys.follows(beyond, total, row);
  });
  const before = rest.preceding - skipped;
  const others = rest.rows.map((item, i): Place => ({
    item,
    member: isMember(item.row),
    forced: false,
    rank: list.length + before + i + 1,
  }));
  return {
    places: [...listed, ...others] as Place[],
    preceding: start < list.length ? start : list.length + before,
    eligible: rest.eligible,
    exclusions: rest.exclusions,
    unchecked: rest.unchecked,
  };
}

/**
 * How many places of the list a page leaves out. A woman who left the list since is found by the place she
 * had on it: those behind her moved up by one.
 */
function startIn(list: readonly Pick<RowPosition>[], after: RankPlace): number {
  if (isBeyond(list, after)) return list.length;
  const at = list.findIndex(({ item }) => item.tieKey === after.tieKey);
  return at >= 0 ? at + 1 : Math.min(after.place! - 1, list.length);
}

/** Whether a page begins after somebody who is not on the list and was not. */
function isBeyond(list: readonly Pick<RowPosition>[], after: RankPlace): boolean {
  return after.place === undefined && list.every(({ item }) => item.tieKey !== after.tieKey);
}

/** The score is multiplied by this, so that a strength in thousandths is a whole number. */
const SCALE = 1000;

/**
 * The terms of a rotated order. With S the model's sum, W its weights, r the strength and p a woman's share
 * of exposure, the order is by 1000 * S - r * W * p, that is by S / W less r thousandths of p. Written as
 * one more term of weight r * W and value 1,000,000 - p, which adds the same r * W * 1,000,000 for all, it
 * is a weighted sum like the model's.
 *
 * Exact: 1000 * S is at most 1000 * 11 * 1000 * 10^6 = 1.1 * 10^13, the term at most
 * 200 * 11,000 * 10^6 = 2.2 * 10^12; together 1.32 * 10^13, far below 2^53.
 */
function rotatedTerms(
  { pool, criteria, totalWeight }: CompiledNeed,
  { strength, shares }: Rotation,
): WeightedTerm[] {
  const unexposed = new Uint32Array(pool.rows).fill(MODEL.unit);
  for (const [id, share] of shares) {
    const row = pool.ids.find(id);
    if (row >= 0) unexposed[row] = MODEL.unit - share;
  }
  return [
    ...criteria.map(({ scorer, weight }) => ({ scorer, weight: weight * SCALE })),
    { scorer: new RowScorer(1, (row) => unexposed[row]!), weight: strength * totalWeight },
  ];
}

/** The score of a total that `rotatedTerms` gives, rounded down; below 0 where more was taken than was there. */
function rotatedScore(total: number, totalWeight: number, strength: number): number {
  return Math.floor((total - strength * totalWeight * MODEL.unit) / (SCALE * totalWeight));
}

/** Whether the woman of a row belongs to a group. */
type IsMember = (row: number) => boolean;

/** Whether rows belong to a protected group. What a profile does not state counts as absent. */
function membership(pool: CandidatePool, rule: GroupRule): IsMember {
  return MEMBERSHIP[rule.group](pool, rule);
}

const TRACK_1 = bitsOf(TRACKS, ['1']) << TRACK_SHIFT;

const MEMBERSHIP: Record<ProtectedGroup, (pool: CandidatePool, rule: GroupRule) => IsMember> = {
  YOUNG_LEADERS:
    ({ columns }) =>
    (row) =>
      (columns.traits[row]! & Trait.youngLeader) !== 0,

  NEW_TO_TRACK_1:
    ({ columns }) =>
    (row) =>
      (columns.flags[row]! & TRACK_1) === 0,

  NETWORKS: ({ lists, dictionaries }, { networks = [] }) =>
    holds(lists.networks, dictionaries.networks.setOf(networks)),

  NATIONALS_OR_RESIDENTS: ({ lists, dictionaries }, { territories = [] }) => {
    const set = dictionaries.territories.setOf(territories);
    const isNational = holds(lists.nationalities, set);
    const isResident = holds(lists.residence, set);
    return (row) => isNational(row) || isResident(row);
  },
};
