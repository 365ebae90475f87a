import type { Candidate } from '../candidate.js';
import type { Criterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { Evidence } from './evidence.js';

/** Measures rows of the pool: a value in micro-units each, computed without allocating anything. */
export interface Gauge {
  /** About what a row costs, in look-ups of a table; it decides only how fast an answer comes. */
  readonly cost: number;
  measure(row: number): number;
  /**
   * Adds `weight` times its value to the total of each of the first `count` rows, and moves those
   * whose total then reaches `least` to the front, without branches. Returns how many they are.
   */
  sift(
    rows: Uint32Array,
    totals: Float64Array,
    count: number,
    weight: number,
    least: number,
  ): number;
  /** Gives back what was lent to it; it measures no more. Who never calls it only costs memory. */
  release?(): void;
}

/** A stated soft criterion, compiled for one need and one version of the pool. */
export interface SoftCriterion<C extends Criterion> {
  wanted: Evidence[C]['wanted'];
  gauge: Gauge;
  /** What earned her value; for the few rows that are returned. */
  find: (candidate: Candidate, row: number) => Evidence[C]['found'];
}

/** Compiles a criterion that the need states. */
export type Compile<C extends Criterion> = (pool: CandidatePool, need: Need) => SoftCriterion<C>;

/** The first item with the highest fit above 0, or null. */
export function bestOf<T>(
  items: readonly T[],
  fitOf: (item: T) => number,
): { item: T; fit: number } | null {
  let best: { item: T; fit: number } | null = null;
  for (const item of items) {
    const fit = fitOf(item);
    if (fit > (best?.fit ?? 0)) best = { item, fit };
  }
  return best;
}
