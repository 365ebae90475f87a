import { MODEL } from '#matching';

/**
 * The Gini coefficient of amounts, in micro-units, rounded down: 0 when all are equal, near 1,000,000 when
 * one has all. With x in ascending order, 2 * sum(i * x_i) / (n * sum(x)) - (n + 1) / n (Gini 1912). Null when
 * there is nothing to share.
 */
export function gini(amounts: readonly number[]): number | null {
  const n = BigInt(amounts.length);
  let [sum, weighted] = [0n, 0n];
  amounts
    .toSorted((a, b) => a - b)
    .forEach((amount, i) => {
      sum += BigInt(amount);
      weighted += BigInt(i + 1) * BigInt(amount);
    });
  if (sum === 0n) return null;
  return Number(((2n * weighted - (n + 1n) * sum) * BigInt(MODEL.unit)) / (n * sum));
}
