import type { ProtectedGroup } from './fairness.js';
import type { Minimums } from './group-test.js';

/** What fairness did to one woman's place. */
export interface FairPlace {
  /** Her place without it. */
  rankWithout: number;
  /** Where rotation is on. */
  rotation?: {
    /** Of the largest exposure, in micro-units. */
    share: number;
    /** What it took, in micro-units of the score; the score itself is the model's. */
    points: number;
  };
  /** Where a group is protected. */
  group?: {
    group: ProtectedGroup;
    /** Whether she belongs to it. */
    member: boolean;
    /** Whether only the test put her here. */
    forced: boolean;
    /** How many of the places up to hers must belong to the group; null after the places that are tested. */
    required: number | null;
  };
}

/** What fairness did to a page. */
export interface FairnessEffect {
  /**
   * The sum of the scores of the page that would stand here without fairness, less that of this one, in
   * micro-units. A later page may gain what the first ones lost.
   */
  cost: number;
  /** The same by place, rounded towards 0. */
  meanCost: number;
  /** Thousandths, where rotation is on. */
  strength?: number;
  /** Where a group is protected. */
  test?: Minimums & {
    /** Whether the group had enough eligible members. */
    passed: boolean;
  };
}
