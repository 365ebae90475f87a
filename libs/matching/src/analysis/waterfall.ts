import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Unchecked } from '../engine/screening.js';
import type { HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';

/** What one hard criterion does to the pool. */
export interface WaterfallStep {
  criterion: HardCriterion;
  /** How many it would remove if it were the only one. */
  alone: number;
  /** How many it removes of those whom the criteria before it left. */
  removed: number;
  /** How many are left after it. */
  remaining: number;
  /** How many more would be eligible if it alone were dropped. */
  addedIfDropped: number;
}

/** From the whole pool to those who are eligible, in the order of checking. */
export interface Waterfall {
  considered: number;
  /** One for each hard criterion in force that could be applied to somebody. */
  steps: WaterfallStep[];
  eligible: number;
  /** Of how many of the eligible only their network can check a criterion. */
  unchecked: Unchecked[];
}

/** Throws InvalidNeed with all problems of the need. */
export function waterfall(pool: CandidatePool, need: Need): Waterfall {
  const { screening } = CompiledNeed.checked(pool, need);
  const { exclusions, unchecked } = screening.screened();
  const onlyBy = screening.onlyBy();
  let remaining = pool.size;
  const steps = exclusions.map(({ reason, first, any }) => {
    remaining -= first;
    return {
      criterion: reason,
      alone: any,
      removed: first,
      remaining,
      addedIfDropped: onlyBy.get(reason) ?? 0,
    };
  });
  return { considered: pool.size, steps, eligible: remaining, unchecked };
}
