import { MODEL } from '../model.js';
import { InvalidNeed } from '../need/invalid-need.js';
import type { Need } from '../need/need.js';
import { checkAllButMatches } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria, releaseGauges } from '../rank/compile.js';
import type { RowPosition } from '../rank/front.js';
import { compare, type RankPlace } from '../rank/order.js';
import { checkPage, explainedScore, type Page, type Ranking } from '../rank/rank.js';
import { RowOrder } from '../rank/row-order.js';
import { fairTop, type Pick } from './fair-top.js';
import { FAIRNESS, type Fairness, fairnessProblems, type GroupRule } from './fairness.js';
import { type IsMember, membership } from './membership.js';
import { adjustedMinimums, type Minimums } from './minimums.js';
import { rotatedScore, rotatedTerms } from './rotation.js';

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
  const problems = fairnessProblems(fairness);
  if (problems.length > 0) throw new InvalidNeed(problems);
  const { rotation, group } = fairness;

  const criteria = compileCriteria(pool, need);
  const order = new RowOrder(
    pool,
    need,
    rotation ? rotatedTerms(pool, criteria, rotation) : criteria,
  );
  const isMember = group ? membership(pool, group) : () => false;
  const test = group ? testOf(group) : null;
  const required = test?.required ?? [];
  const list = group ? listOf(order, isMember, required) : [];
  const { places, preceding, ...counts } = placesOf(order, list, isMember, page);

  const scored = places.map((place) => ({
    place,
    ...explainedScore(pool, criteria, place.item.row),
  }));
  const plain = new RowOrder(pool, need, criteria);
  const { places: ranks, between } = plain.standing(
    places.map(({ item }) => plain.position(item.row)),
    { from: preceding, to: preceding + places.length },
  );
  releaseGauges(criteria);
  const totalWeight = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const without = between.reduce((sum, { total }) => sum + Math.floor(total / totalWeight), 0);
  const cost = without - scored.reduce((sum, { score }) => sum + score, 0);

  return {
    modelVersion: MODEL.version,
    needId: need.id,
    poolVersion: pool.version,
    considered: pool.size,
    ...counts,
    results: scored.map(({ place: { item, rank, member, forced }, score, contributions }) => ({
      total: item.total,
      tieKey: item.tieKey,
      id: item.id,
      ...(rank <= list.length ? { place: rank } : {}),
      rank,
      score,
      contributions,
      toBeChecked: order.toBeChecked(item.row),
      fairness: {
        rankWithout: ranks.get(item.row)!,
        ...(rotation && {
          rotation: {
            share: rotation.shares.get(item.id) ?? 0,
            points: score - rotatedScore(item.total, totalWeight, rotation.strength),
          },
        }),
        ...(group && {
          group: { group: group.group, member, forced, required: required[rank - 1] ?? null },
        }),
      },
    })),
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
    return beyond === null || order.follows(beyond, total, row);
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
