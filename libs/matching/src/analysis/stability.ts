import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ScoreSheet } from './score-sheet.js';
import { type Interval, wilson } from './wilson.js';

/** How far weights are moved, and how often. */
export interface Neighbourhood {
  /** In whole percent from 1 to 100: each weight is multiplied by a factor from 1 - delta to 1 + delta. */
  delta?: number;
  /** How many weight vectors are drawn, from 1 to 2000. */
  samples?: number;
}

/** Where nothing else is asked. */
export const NEIGHBOURHOOD = { delta: 20, samples: 200 } as const;

/** How a candidate's place holds when the weights move. */
export interface Stability {
  delta: number;
  samples: number;
  /** Weight vectors under which she is among the first k. */
  inside: number;
  /** `inside / samples` in micro-units, rounded half up, and its 95% interval. */
  share: number;
  interval: Interval;
  /** The best and the worst rank that she had. */
  ranks: { best: number; worst: number };
}

/** Thousandths. */
const ONE = 1000;

/** Rows that are summed together: their sums stay near. */
const BLOCK = 2048;

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
  { delta = NEIGHBOURHOOD.delta, samples = NEIGHBOURHOOD.samples }: Neighbourhood,
): Stability {
  const reach = (ONE * delta) / 100;
  const { always, others, open } = sortOut(sheet, place, reach);
  const random = xoroshiro128plus(Number.parseInt(sheet.tieKey(place).slice(0, 8), 16));
  const count = others.length;
  const sums = new Float64Array(BLOCK);
  let inside = 0;
  let best = Infinity;
  let worst = 0;
  for (let sample = 0; sample < samples; sample++) {
    const factors = sheet.criteria.map(() => uniformInt(random, ONE - reach, ONE + reach));
    let before = always;
    for (let start = 0; start < count; start += BLOCK) {
      const size = Math.min(BLOCK, count - start);
      addUp(open, factors, start, size, sums);
      for (let i = 0; i < size; i++) before += Number(sums[i]! > 0);
      for (let i = 0; i < size; i++) {
        if (sums[i] === 0) before += Number(sheet.precedesAtSameTotal(others[start + i]!, place));
      }
    }
    const rank = before + 1;
    if (rank <= top) inside++;
    best = Math.min(best, rank);
    worst = Math.max(worst, rank);
  }
  return { delta, samples, inside, ...wilson(inside, samples), ranks: { best, worst } };
}

function addUp(
  open: readonly Float64Array[],
  factors: readonly number[],
  start: number,
  size: number,
  sums: Float64Array,
): void {
  sums.fill(0, 0, size);
  open.forEach((differences, i) => {
    const factor = factors[i]!;
    for (let j = 0; j < size; j++) sums[j]! += factor * differences[start + j]!;
  });
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
