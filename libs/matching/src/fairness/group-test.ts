import type { Minimums } from '../engine/rank.js';
import { MODEL } from '../model.js';

/**
 * FA*IR's ranked group fairness test (Zehlike, Bonchi, Castillo, Hajian, Megahed, Baeza-Yates: "FA*IR: A
 * Fair Top-k Ranking Algorithm", CIKM 2017). A prefix of n places with t of the group passes at
 * significance a when F(t; n, p) > a, F being the binomial distribution function; the least such t is its
 * minimum. Since k prefixes are tested, a list drawn by chance fails more often than a. The adjusted
 * significance is the one whose table fails as nearly as possible as often as a says, as the authors'
 * implementation chooses it; of two that are equally near, the lower.
 *
 * Exact: probabilities are integers over one denominator, (10^6)^k in lowest terms, so every comparison is
 * decided by whole numbers, alike on every machine. A table changes only where the significance passes a
 * value of F, so these are all that need to be tried; a higher significance asks for as many or more
 * everywhere, so the probability of failing only grows and halving finds the place.
 *
 * @param k places, from 1 to 100
 * @param proportion p, in micro-units, more than 0 and less than 1,000,000
 * @param alpha a, in micro-units
 */
export function adjustedMinimums(k: number, proportion: number, alpha: number): Minimums {
  const trials = new Trials(k, proportion);
  const target = trials.fromMicroUnits(alpha);
  const levels = trials.levelsUpTo(target);
  let [passes, fails] = [0, levels.length];
  while (fails - passes > 1) {
    const middle = (passes + fails) >> 1;
    if (trials.failing(trials.minimums(levels[middle]!)) > target) fails = middle;
    else passes = middle;
  }
  const near = levels.slice(passes, passes + 2).map((level) => {
    const required = trials.minimums(level);
    return { level, required, failing: trials.failing(required) };
  });
  const [below, above] = near;
  const chosen = above && above.failing - target < target - below!.failing ? above : below!;
  return {
    required: chosen.required,
    adjustedAlpha: trials.toMicroUnits(chosen.level),
    failProbability: trials.toMicroUnits(chosen.failing),
  };
}

/** The minimums at a significance as it is, without adjustment. */
export function unadjustedMinimums(k: number, proportion: number, alpha: number): number[] {
  const trials = new Trials(k, proportion);
  return trials.minimums(trials.fromMicroUnits(alpha));
}

/** How likely a list drawn by chance falls below some minimum, in micro-units. */
export function failProbability(required: readonly number[], proportion: number): number {
  const trials = new Trials(required.length, proportion);
  return trials.toMicroUnits(trials.failing(required));
}

/** Up to k draws that each are of the group with one probability; all as integers over `whole`. */
class Trials {
  private readonly hit: bigint;
  private readonly miss: bigint;
  /** 1 as these integers write it. */
  private readonly whole: bigint;
  /** By number of draws less 1: F(0), F(1), ... */
  private readonly distribution: bigint[][] = [];

  constructor(k: number, proportion: number) {
    const common = greatestDivisor(proportion, MODEL.unit);
    this.hit = BigInt(proportion / common);
    this.miss = BigInt((MODEL.unit - proportion) / common);
    const each = this.hit + this.miss;
    this.whole = each ** BigInt(k);
    let draws = [1n];
    for (let n = 1; n <= k; n++) {
      draws = this.drawn(draws);
      const scale = each ** BigInt(k - n);
      let sum = 0n;
      this.distribution.push(draws.map((count) => (sum += count * scale)));
    }
  }

  /** Rounded down: a whole number exceeds a fraction just when it exceeds the whole part. */
  fromMicroUnits(value: number): bigint {
    return (BigInt(value) * this.whole) / BigInt(MODEL.unit);
  }

  /** Rounded half up. */
  toMicroUnits(value: bigint): number {
    return Number((2n * value * BigInt(MODEL.unit) + this.whole) / (2n * this.whole));
  }

  /** 0 and every value of F up to a significance, in order. */
  levelsUpTo(alpha: bigint): bigint[] {
    const values = this.distribution.flatMap((row) => row.filter((value) => value <= alpha));
    return [...new Set([0n, ...values])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** For each prefix, the least number t with F(t) above the significance. */
  minimums(alpha: bigint): number[] {
    return this.distribution.map((row) => row.findIndex((value) => value > alpha));
  }

  /** The probability that some prefix has fewer than its minimum. */
  failing(required: readonly number[]): bigint {
    let draws = [1n];
    for (const minimum of required) {
      draws = this.drawn(draws);
      draws.fill(0n, 0, minimum);
    }
    return this.whole - draws.reduce((sum, count) => sum + count, 0n);
  }

  /** By number of hits, how often they come about, after one draw more. */
  private drawn(draws: readonly bigint[]): bigint[] {
    return Array.from(
      { length: draws.length + 1 },
      (_, hits) => (draws[hits] ?? 0n) * this.miss + (draws[hits - 1] ?? 0n) * this.hit,
    );
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** One place of a fair list. */
export interface Pick<T> {
  item: T;
  /** Whether she belongs to the protected group. */
  member: boolean;
  /** Whether only the test put her here: somebody who is not of the group stood before her. */
  forced: boolean;
}

/**
 * FA*IR's list: the best of both queues in turn, but one of the group wherever the places so far would hold
 * fewer of it than their minimum. Where the group has nobody left the list goes on without it, and does not
 * pass the test.
 *
 * @param members of the group, best first
 * @param others best first
 * @param required by number of places less 1
 */
export function fairTop<T>(
  members: readonly T[],
  others: readonly T[],
  required: readonly number[],
  compare: (a: T, b: T) => number,
): Pick<T>[] {
  const picks: Pick<T>[] = [];
  let [taken, passed] = [0, 0];
  for (const minimum of required) {
    const member = members[taken];
    const other = others[passed];
    if (member === undefined && other === undefined) break;
    const isFirst = other === undefined || (member !== undefined && compare(member, other) < 0);
    const forced = !isFirst && member !== undefined && taken < minimum;
    if (member !== undefined && (isFirst || forced)) {
      picks.push({ item: member, member: true, forced });
      taken++;
    } else if (other !== undefined) {
      picks.push({ item: other, member: false, forced: false });
      passed++;
    }
  }
  return picks;
}
