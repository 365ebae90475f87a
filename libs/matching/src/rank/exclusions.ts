import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { criteriaOf, Eligibility, FAILURE_SETS } from './eligibility.js';

/** How many candidates one hard criterion excludes. */
export interface Exclusion {
  reason: HardCriterion;
  /** Those whose stated reason it is: the first that they fail. */
  first: number;
  /** All who fail it, whatever else they fail. */
  any: number;
}

/** Counts sets of failures, and reads the exclusions off them once, at the end. */
export class ExclusionCounter {
  /** Sets of those who are eligible and of vacant rows are counted too, and not read. */
  private readonly bySet = new Uint32Array(2 * FAILURE_SETS);

  /**
   * Counts the failures of the `size` rows from `start` on, and lists those that have none. Returns
   * how many they are. Without a branch, for nobody could guess which: only of 0 - 1 the sign is set.
   */
  sift(failures: Uint16Array, start: number, size: number, eligible: Uint32Array): number {
    const { bySet } = this;
    let count = 0;
    for (let i = 0; i < size; i++) {
      const failed = failures[i]!;
      bySet[failed]!++;
      eligible[count] = start + i;
      count += (failed - 1) >>> 31;
    }
    return count;
  }

  /** One entry for each criterion in force, in order, also where it excludes nobody. */
  exclusions(inForce: readonly HardCriterion[]): Exclusion[] {
    const counts = new Map(inForce.map((reason) => [reason, { reason, first: 0, any: 0 }]));
    this.bySet.subarray(0, FAILURE_SETS).forEach((count, failures) => {
      if (count === 0) return;
      criteriaOf(failures).forEach((reason, place) => {
        const exclusion = counts.get(reason)!;
        exclusion.any += count;
        if (place === 0) exclusion.first += count;
      });
    });
    return HARD_CRITERIA.flatMap((reason) => counts.get(reason) ?? []);
  }
}

/**
 * All hard criteria of the need that one candidate fails, the stated reason first; [] when she is
 * eligible. Throws InvalidNeed for a need with problems, RangeError when the pool does not hold her.
 */
export function exclusionsOf(pool: CandidatePool, need: Need, id: string): HardCriterion[] {
  checkNeed(need);
  const row = pool.ids.find(id);
  if (row < 0) throw new RangeError(`The pool holds no candidate ${id}.`);
  return criteriaOf(new Eligibility(pool, need).failures(row));
}
