import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { MODEL } from '../model.js';
import type { ScoreSheet } from './score-sheet.js';

/** How far weights are moved, and how often. */
export interface Neighbourhood {
  /** In whole percent from 1 to 100: each weight is multiplied by a factor from 1 - delta to 1 + delta. */
  delta?: number;
  /** How many weight vectors are drawn, from 1 to 2000; see `affordable`. */
  samples?: number;
}

/** Where nothing else is asked. */
const NEIGHBOURHOOD = { delta: 20, samples: 200 } as const;

/** How a candidate's place holds when the weights move. */
export interface Stability {
  delta: number;
  /** How many weight vectors were drawn: as many as were asked for, or fewer of a very large pool. */
  samples: number;
  /** Weight vectors under which she is among the first k. */
  inside: number;
  /** `inside / samples` in micro-units, rounded half up, and its 95% interval. */
  share: number;
  interval: Interval;
  /** The best and the worst rank that she had. */
  ranks: { best: number; worst: number };
}

/** Most candidates that are summed for one answer, over all draws: some tenths of a second. */
const MOST_SUMS = 20_000_000;

/** Draws that are made however large the pool. */
const LEAST_SAMPLES = 30;

/** How many of the draws that were asked for are made where the factors decide about so many. */
export function affordable(samples: number, open: number): number {
  return Math.min(samples, Math.max(LEAST_SAMPLES, Math.floor(MOST_SUMS / Math.max(open, 1))));
}

/** Thousandths. */
const ONE = 1000;

/** Rows that go through all draws together: what is known of them stays near. */
const BLOCK = 1024;

/**
 * The share of weight vectors near the need's that keep a row among the first k.
 *
 * A vector multiplies each stated criterion's weight by a factor of its own, f / 1000 with f uniform
 * among the integers from 1000 - 10 * delta to 1000 + 10 * delta. Each is ranked exactly: with d_i =
 * w_i * (s_i(other) - s_i(hers)) the other comes before her when the sum of f_i * d_i is above 0, or 0
 * where the other's tie key comes first. (At most 11 * 2000 * 1000 * 10^6 = 2.2 * 10^13 < 2^53.)
 *
 * Whose sum cannot be 0 or change its sign anywhere in the neighbourhood, for the least and the greatest
 * value of each f_i * d_i are known, is counted once and not again for each vector. Factors come from
 * xoroshiro128+, seeded by her tie key, so the same need and candidate draw the same everywhere.
 */
export function stability(
  sheet: ScoreSheet,
  place: number,
  top: number,
  { delta = NEIGHBOURHOOD.delta, samples: requested = NEIGHBOURHOOD.samples }: Neighbourhood,
): Stability {
  const reach = (ONE * delta) / 100;
  const { always, others, open } = sortOut(sheet, place, reach);
  const random = xoroshiro128plus(Number.parseInt(sheet.tieKey(place).slice(0, 8), 16));
  const samples = affordable(requested, others.length);
  const draws = Array.from({ length: samples }, () =>
    sheet.criteria.map(() => uniformInt(random, ONE - reach, ONE + reach)),
  );
  const before = new Uint32Array(samples).fill(always);
  const sums = new Float64Array(BLOCK);
  for (let start = 0; start < others.length; start += BLOCK) {
    const size = Math.min(BLOCK, others.length - start);
    draws.forEach((factors, sample) => {
      sums.fill(0);
      factors.forEach((factor, i) => addTimes(sums, factor, open[i]!, start, size));
      before[sample]! += countAbove(sums, size, (i) =>
        sheet.precedesAtSameTotal(others[start + i]!, place),
      );
    });
  }
  const inside = before.reduce((count, each) => count + Number(each < top), 0);
  const ranks = { best: Math.min(...before) + 1, worst: Math.max(...before) + 1 };
  return { delta, samples, inside, ...wilson(inside, samples), ranks };
}

function addTimes(
  sums: Float64Array,
  factor: number,
  differences: Float64Array,
  start: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) sums[i]! += factor * differences[start + i]!;
}

/** How many sums are above 0, or are 0 where the tie says so. */
function countAbove(sums: Float64Array, size: number, tie: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < size; i++) {
    const sum = sums[i]!;
    count += Number(sum > 0);
    if (sum === 0) count += Number(tie(i));
  }
  return count;
}

interface Sorted {
  /** How many come before her whatever the factors. */
  always: number;
  /** The places of those about whom the factors decide. */
  others: Uint32Array;
  /** By criterion, their w_i * (s_i(other) - s_i(hers)). */
  open: Float64Array[];
}

function sortOut(sheet: ScoreSheet, place: number, reach: number): Sorted {
  const count = sheet.rows.length;
  const least = new Float64Array(count);
  const most = new Float64Array(count);
  sheet.criteria.forEach(({ weight }, i) => {
    const values = sheet.values[i]!;
    const hers = values[place]!;
    for (let other = 0; other < count; other++) {
      const difference = weight * (values[other]! - hers);
      const spread = reach * Math.abs(difference);
      least[other]! += ONE * difference - spread;
      most[other]! += ONE * difference + spread;
    }
  });
  let always = 0;
  const others = new Uint32Array(count);
  let undecided = 0;
  for (let other = 0; other < count; other++) {
    if (other === place || most[other]! < 0) continue;
    if (least[other]! > 0) always++;
    else if (least[other] === 0 && most[other] === 0) {
      always += Number(sheet.precedesAtSameTotal(other, place));
    } else others[undecided++] = other;
  }
  return {
    always,
    others: others.subarray(0, undecided),
    open: sheet.criteria.map(({ weight }, i) => {
      const values = sheet.values[i]!;
      const differences = new Float64Array(undecided);
      for (let j = 0; j < undecided; j++) {
        differences[j] = weight * (values[others[j]!]! - values[place]!);
      }
      return differences;
    }),
  };
}

/** A share in micro-units and the interval that holds it. */
interface Interval {
  low: number;
  high: number;
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A share and its 95% interval by E. B. Wilson (_Probable inference, the law of succession, and
 * statistical inference_, Journal of the American Statistical Association 22, 1927), in micro-units:
 *
 *     (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
 *
 * rounded outwards. It stays within 0 and 1 and is not empty where all or none of the draws hit.
 */
export function wilson(hits: number, draws: number): { share: number; interval: Interval } {
  const p = hits / draws;
  const square = Z * Z;
  const centre = p + square / (2 * draws);
  const spread = Z * Math.sqrt((p * (1 - p)) / draws + square / (4 * draws * draws));
  const scale = MODEL.unit / (1 + square / draws);
  return {
    share: Math.round(MODEL.unit * p),
    interval: {
      low: hits === 0 ? 0 : Math.floor((centre - spread) * scale),
      high: hits === draws ? MODEL.unit : Math.ceil((centre + spread) * scale),
    },
  };
}
