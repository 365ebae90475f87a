import type { Evidence } from '../criteria/evidence.js';
import type { Criterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool, Facts } from './candidate-pool.js';
import type { Scorer } from './scorers.js';

/** A stated soft criterion, compiled for one need and one version of the pool. */
export interface SoftCriterion<C extends Criterion> {
  wanted: Evidence[C]['wanted'];
  scorer: Scorer;
  /** The evidence for a row's value; computed only for the few rows that are returned. */
  find: (facts: Facts, row: number) => Evidence[C]['found'];
  /** Whether a row's profile says nothing of it; never where this is left out. */
  isUnstated?: (row: number) => boolean;
  /** What lacking its essential items costs, in percent of the whole score, and how far a row has them. */
  essential?: { cost: number; scorer: Scorer } | null;
}

/** Compiles a criterion for the columns of the pool. */
export type Compile<C extends Criterion> = (pool: CandidatePool, need: Need) => SoftCriterion<C>;
