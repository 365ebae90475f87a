import type { Evaluation } from './evaluate.js';
import { randomisationTest } from './randomisation-test.js';

/** What differs between two runs in one measure, over the same topics. */
export interface MeasureComparison {
  readonly measure: string;
  readonly first: number;
  readonly second: number;
  /** Mean of the first less mean of the second. */
  readonly difference: number;
  /** Topics in which the first is better, worse, equal. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** How likely a difference at least this large would be if the runs were alike. */
  readonly p: number;
}

/** Values that differ by less are equal: what doubles leave of a sum in another order. */
const EQUAL = 1e-9;

/** Compares two evaluations of the same judgements, measure by measure. */
export function compareEvaluations(first: Evaluation, second: Evaluation): MeasureComparison[] {
  return Object.keys(first.mean).map((measure) => {
    const differences = first.topics.map(({ measures }, i) =>
      rounded((measures[measure] ?? 0) - (second.topics[i]?.measures[measure] ?? 0)),
    );
    const [a, b] = [first.mean[measure] ?? 0, second.mean[measure] ?? 0];
    return {
      measure,
      first: a,
      second: b,
      difference: a - b,
      wins: differences.filter((difference) => difference > 0).length,
      losses: differences.filter((difference) => difference < 0).length,
      ties: differences.filter((difference) => difference === 0).length,
      p: randomisationTest(differences),
    };
  });
}

function rounded(difference: number): number {
  return Math.abs(difference) < EQUAL ? 0 : difference;
}
