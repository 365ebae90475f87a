/**
 * Mann and Whitney's U as a z-score: how far two samples are from being of one distribution, whatever its
 * shape. Ties count half.
 */
export function rankZ(a: readonly number[], b: readonly number[]): number {
  let u = 0;
  for (const x of a) for (const y of b) u += x > y ? 1 : x === y ? 0.5 : 0;
  const mean = (a.length * b.length) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return (u - mean) / deviation;
}
