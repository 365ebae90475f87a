import { RowOrder } from '../engine/row-order.js';
import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import { inOrder, type RowPosition } from '../engine/order.js';
import { type Criterion, type HardCriterion, MODEL } from '../model.js';
import type { Need } from '../need/need.js';

/** One of two candidates who are compared. */
interface Compared {
  id: string;
  /** S, and floor(S / W) in micro-units. */
  total: number;
  score: number;
  /** Among the eligible; null for one whom a hard criterion stops. */
  rank: number | null;
  /** The hard criteria that stop her, in order; then her score is the one that she would have. */
  stoppedBy: readonly HardCriterion[];
  /** Criteria that only her network can check. */
  toBeChecked: readonly Uncheckable[];
}

/** One criterion of two candidates. */
export interface ComparedCriterion {
  criterion: Criterion;
  weight: number;
  first: Contribution;
  second: Contribution;
  /** first - second, in micro-units: the differences add up to the difference of the scores. */
  difference: number;
}

/** Another weight of one criterion that reverses the order of two candidates. */
export interface TurningWeight {
  criterion: Criterion;
  from: number;
  to: number;
}

export interface Comparison {
  first: Compared;
  second: Compared;
  /** The one with the higher total, or at the same total the lower tie key. */
  ahead: 'first' | 'second';
  criteria: ComparedCriterion[];
  /** first.score - second.score. */
  difference: number;
  /**
   * The criterion that favours the one who is ahead most, by w * (s - s'), the earlier one where two do
   * alike; null where both have the same total, so that the tie key decides.
   */
  decidedBy: Criterion | null;
  /** For each criterion that can do it: the nearest weight that alone reverses the order. Smallest change first. */
  turns: TurningWeight[];
}

/**
 * Two candidates side by side; null where the pool does not hold both, or one is kept out by CONSENT,
 * STATE or SAFETY. Throws InvalidNeed with all problems of the need.
 */
export function compareCandidates(
  pool: CandidatePool,
  need: Need,
  firstId: string,
  secondId: string,
): Comparison | null {
  const compiled = CompiledNeed.checked(pool, need);
  const { screening } = compiled;
  const rows = [pool.ids.find(firstId), pool.ids.find(secondId)];
  if (rows.some((row) => row < 0 || screening.isNeverDisclosed(row))) return null;

  const order = new RowOrder(compiled);
  const positions = rows.map((row) => order.position(row));
  const eligible = positions.filter(({ row }) => screening.of(row).length === 0);
  const { places } = order.standing(eligible, { from: 0, to: 0 });
  const [first, second] = positions.map((position): Side => {
    const { row, id, total } = position;
    const { contributions, ...explained } = compiled.explain(row);
    const rank = places.get(row) ?? null;
    const compared = { id, total, rank, stoppedBy: screening.of(row), ...explained };
    return { position, contributions, compared };
  }) as [Side, Side];
  const isFirstAhead = inOrder(first.position, second.position) < 0;
  return {
    first: first.compared,
    second: second.compared,
    ahead: isFirstAhead ? 'first' : 'second',
    criteria: first.contributions.map((contribution, i) => ({
      criterion: contribution.criterion,
      weight: contribution.weight,
      first: contribution,
      second: second.contributions[i]!,
      difference: contribution.contribution - second.contributions[i]!.contribution,
    })),
    difference: first.compared.score - second.compared.score,
    ...(isFirstAhead ? decision(first, second) : decision(second, first)),
  };
}

interface Side {
  position: RowPosition;
  contributions: Contribution[];
  compared: Compared;
}

/**
 * What put one candidate before the other, and which one weight would turn that round.
 *
 * With d_i = s_i(ahead) - s_i(behind) and D = sum of w_i * d_i >= 0, the weight w' of criterion i turns
 * the order when D + (w' - w_i) * d_i < 0, or = 0 where the tie key of the one behind comes first.
 */
function decision(ahead: Side, behind: Side): Pick<Comparison, 'decidedBy' | 'turns'> {
  const { total } = ahead.position;
  const lead = total - behind.position.total;
  const isFirstOfEqual = inOrder({ ...behind.position, total }, ahead.position) < 0;
  const toLose = lead + (isFirstOfEqual ? 0 : 1);
  const criteria = ahead.contributions.map(({ criterion, weight, value }, i) => {
    const difference = value - behind.contributions[i]!.value;
    return { criterion, weight, difference, product: weight * difference };
  });
  const totalWeight = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const turns = criteria.flatMap(({ criterion, weight, difference }): TurningWeight[] => {
    if (difference === 0) return [];
    const move = Math.ceil(toLose / Math.abs(difference));
    const to = difference > 0 ? weight - move : weight + move;
    if (to < 0 || to > MODEL.maximumWeight || totalWeight - weight + to === 0) return [];
    return [{ criterion, from: weight, to }];
  });
  const most = criteria.reduce((a, b) => (b.product > a.product ? b : a));
  return {
    decidedBy: lead === 0 ? null : most.criterion,
    // Array.sort is stable, so equal moves stay in the order of criteria.
    turns: turns.sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from)),
  };
}
