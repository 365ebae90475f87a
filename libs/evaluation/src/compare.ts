import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Evaluation } from './evaluate.js';
import { HIGHEST_GRADE, type Qrels } from './measures.js';

/** What differs between two runs in one measure, over the same topics. */
interface MeasureComparison {
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

/** Values and sums that differ by less are equal: floating-point sums depend on the order of their terms. */
const EQUAL = 1e-9;

/** Compares two evaluations of the same judgements, measure by measure, in all measures where none are named. */
export function compareEvaluations(
  first: Evaluation,
  second: Evaluation,
  compared: readonly string[] = Object.keys(first.mean),
): MeasureComparison[] {
  return compared.map((measure) => {
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

/** Up to so many differences every assignment of signs is looked at: at most 2^16. */
const EXACT = 16;
const SAMPLES = 100_000;
const SEED = 1325;

/**
 * Fisher's randomisation test of paired differences, two-sided: were both runs alike, each topic's
 * difference could as well have had the other sign. `p` is the share of assignments of signs whose
 * sum is at least as far from 0 as the one seen. Beyond 16 topics that differ, 100,000 assignments
 * are drawn from a fixed seed, and the one seen is counted among them, so that p is never 0
 * (Smucker, Allan and Carterette 2007).
 */
export function randomisationTest(differences: readonly number[]): number {
  const moved = differences.filter((difference) => difference !== 0);
  const bound = Math.abs(moved.reduce((sum, difference) => sum + difference, 0)) - EQUAL;
  return moved.length <= EXACT ? exact(moved, bound) : sampled(moved, bound);
}

function exact(differences: readonly number[], bound: number): number {
  const assignments = 2 ** differences.length;
  let extreme = 0;
  for (let signs = 0; signs < assignments; signs++) {
    let sum = 0;
    for (let i = 0; i < differences.length; i++) {
      sum += (signs >> i) & 1 ? differences[i]! : -differences[i]!;
    }
    if (Math.abs(sum) >= bound) extreme++;
  }
  return extreme / assignments;
}

function sampled(differences: readonly number[], bound: number): number {
  const generator = xoroshiro128plus(SEED);
  let extreme = 1;
  for (let sample = 0; sample < SAMPLES; sample++) {
    let sum = 0;
    let signs = 0;
    for (let i = 0; i < differences.length; i++) {
      if (i % 31 === 0) signs = uniformInt(generator, 0, 0x7fff_ffff);
      sum += (signs >> (i % 31)) & 1 ? differences[i]! : -differences[i]!;
    }
    if (Math.abs(sum) >= bound) extreme++;
  }
  return extreme / (SAMPLES + 1);
}

/** Two-sided 95% quantiles of Student's t by degrees of freedom from 1 (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2). */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];

/**
 * The 95% confidence interval of a mean of differences, by Student's t; a little too wide for more than 31 of them. Null
 * for fewer than two: one need says nothing about the next.
 */
export function meanInterval(
  differences: readonly number[],
): { readonly low: number; readonly high: number } | null {
  const count = differences.length;
  if (count < 2) return null;
  const mean = differences.reduce((sum, each) => sum + each, 0) / count;
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  const half = error * T_95[Math.min(count - 1, T_95.length) - 1]!;
  return { low: mean - half, high: mean + half };
}

/**
 * p-values of several comparisons, corrected for their number (Holm 1979), in the order given: the smallest is multiplied by
 * how many there are, the next by one less, and none is below the one before it or above 1.
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((p, i) => ({ p, i })).toSorted((a, b) => a.p - b.p);
  const corrected = values.map(() => 1);
  let least = 0;
  order.forEach(({ p, i }, place) => {
    least = Math.min(1, Math.max(least, p * (values.length - place)));
    corrected[i] = least;
  });
  return corrected;
}

/** How far two passes over the same candidates agree. */
interface Agreement {
  /** Candidates that both judged for the same topic. */
  readonly pairs: number;
  /** Share of them with the same grade. */
  readonly same: number;
  /** Share of them whose grades lie at most one apart. */
  readonly withinOne: number;
  /** Cohen's kappa with linear weights: 1 is agreement throughout, 0 what chance gives. */
  readonly kappa: number;
}

/**
 * Agreement of two assessors, or of one at two times. A disagreement weighs as much as the grades
 * lie apart (Cohen 1968, linear weights): kappa = 1 - observed / expected distance, the expected one
 * from how often each gives each grade.
 */
export function agreement(first: Qrels, second: Qrels): Agreement {
  const pairs = pairsOf(first, second);
  const share = (is: (distance: number) => boolean) =>
    pairs.length === 0 ? 0 : pairs.filter(([a, b]) => is(Math.abs(a - b))).length / pairs.length;
  return {
    pairs: pairs.length,
    same: share((distance) => distance === 0),
    withinOne: share((distance) => distance <= 1),
    kappa: weightedKappa(pairs),
  };
}

type Pair = readonly [first: number, second: number];

function pairsOf(first: Qrels, second: Qrels): Pair[] {
  return [...first].flatMap(([topic, judged]) =>
    [...judged].flatMap(([docno, grade]) => {
      const other = second.get(topic)?.get(docno);
      return other === undefined ? [] : [[grade, other] as const];
    }),
  );
}

function weightedKappa(pairs: readonly Pair[]): number {
  const observed = pairs.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0);
  const of = (side: 0 | 1, grade: number) => pairs.filter((pair) => pair[side] === grade).length;
  let expected = 0;
  for (let a = 0; a <= HIGHEST_GRADE; a++) {
    for (let b = 0; b <= HIGHEST_GRADE; b++) {
      expected += (Math.abs(a - b) * of(0, a) * of(1, b)) / pairs.length;
    }
  }
  return expected === 0 ? 1 : 1 - observed / expected;
}
