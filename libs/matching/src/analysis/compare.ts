import { RowOrder } from '../engine/row-order.js';
import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import { NEVER_DISCLOSED, Screening } from '../engine/screening.js';
import { type Criterion, type HardCriterion, MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import { ScoreSheet } from './score-sheet.js';

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
  checkNeed(need);
  const rows = [pool.ids.find(firstId), pool.ids.find(secondId)] as const;
  if (rows.some((row) => row < 0)) return null;
  const compiled = new CompiledNeed(pool, need);
  const screening = new Screening(compiled);
  const stops = rows.map((row) => screening.of(row));
  if (stops.some((each) => each.some((criterion) => NEVER_DISCLOSED.has(criterion)))) return null;

  const pair = new ScoreSheet(compiled, Uint32Array.from(rows));
  const order = new RowOrder(compiled);
  const eligible = rows.filter((row) => order.holds(row));
  const { places } = order.standing(
    eligible.map((row) => order.position(row)),
    { from: 0, to: 0 },
  );
  const [first, second] = [0, 1].map((place) => {
    return {
      compared: {
        id: pair.id(place),
        total: pair.totals[place]!,
        rank: places.get(rows[place]!) ?? null,
        stoppedBy: stops[place]!,
        toBeChecked: screening.toBeChecked(rows[place]!),
      },
      ...compiled.explain(rows[place]!),
    };
  }) as unknown as [Side, Side];
  const isFirstAhead = comesFirst(pair);
  return {
    first: { ...first.compared, score: first.score },
    second: { ...second.compared, score: second.score },
    ahead: isFirstAhead ? 'first' : 'second',
    criteria: first.contributions.map((contribution, i) => ({
      criterion: contribution.criterion,
      weight: contribution.weight,
      first: contribution,
      second: second.contributions[i]!,
      difference: contribution.contribution - second.contributions[i]!.contribution,
    })),
    difference: first.score - second.score,
    ...(isFirstAhead ? decision(pair, 0, 1) : decision(pair, 1, 0)),
  };
}

type Side = ReturnType<CompiledNeed['explain']> & { compared: Omit<Compared, 'score'> };

function comesFirst(pair: ScoreSheet): boolean {
  const [first, second] = pair.totals as unknown as [number, number];
  return first === second ? pair.precedesAtSameTotal(0, 1) : first > second;
}

/**
 * What put one row of a pair before the other, and which one weight would turn that round.
 *
 * With d_i = s_i(ahead) - s_i(behind) and D = sum of w_i * d_i >= 0, the weight w' of criterion i turns
 * the order when D + (w' - w_i) * d_i < 0, or = 0 where the tie key of the one behind comes first.
 */
function decision(
  pair: ScoreSheet,
  ahead: number,
  behind: number,
): Pick<Comparison, 'decidedBy' | 'turns'> {
  const differences = pair.values.map((values) => values[ahead]! - values[behind]!);
  const products = pair.criteria.map(({ weight }, i) => weight * differences[i]!);
  const lead = pair.totals[ahead]! - pair.totals[behind]!;
  const toLose = lead + (pair.precedesAtSameTotal(behind, ahead) ? 0 : 1);
  const turns = pair.criteria.flatMap(({ criterion, weight }, i): TurningWeight[] => {
    const difference = differences[i]!;
    if (difference === 0) return [];
    const move = Math.ceil(toLose / Math.abs(difference));
    const to = difference > 0 ? weight - move : weight + move;
    if (to < 0 || to > MODEL.maximumWeight || pair.totalWeight - weight + to === 0) return [];
    return [{ criterion, from: weight, to }];
  });
  return {
    decidedBy:
      lead === 0 ? null : pair.criteria[products.indexOf(Math.max(...products))]!.criterion,
    // Array.sort is stable, so equal moves stay in the order of criteria.
    turns: turns.sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from)),
  };
}
