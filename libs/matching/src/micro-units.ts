import { MODEL } from './model.js';

/**
 * `numerator / denominator` in micro-units, rounded half up, exactly.
 *
 * Exact because the largest denominator is a language's 600 * 50 items * weight 1000 = 3 * 10^7:
 * then 2 * numerator * 10^6 + denominator stays below 6.1 * 10^13 < 2^53, and since 2 * denominator
 * is below 2^26 and the quotient below 2^20, two neighbouring quotients lie further apart than a
 * double's rounding error, so that floor() of the rounded division is floor() of the true one.
 * TEXT divides by the number of matches; the same argument holds to 2^31 matches.
 */
export function microUnits(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator * MODEL.unit + denominator) / (2 * denominator));
}
