/** Small tools for measuring: medians over many runs, never a verdict. */

/** The p-th percentile (0 to 100) of numbers, by nearest rank. */
export function percentile(values, p) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
}

/** What is told of many times. */
export function spread(times) {
  return { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) };
}

/**
 * Times `a` and `b` in turn, so that a machine that slows down slows both, and returns the
 * milliseconds of each. Each returns its answer, and `check` throws when the two answers are not the
 * same thing: a wrong answer is never counted. The first `warm` rounds are not counted: they warm caches
 * and compilers.
 */
export async function timeAlternately(rounds, a, b, check, warm = 3) {
  const times = { a: [], b: [] };
  for (let round = 0; round < rounds + warm; round++) {
    const first = await timed(a);
    const second = await timed(b);
    check(first.answer, second.answer);
    if (round < warm) continue;
    times.a.push(first.ms);
    times.b.push(second.ms);
  }
  return times;
}

/** One call and how long it took, in milliseconds. */
export async function timed(work) {
  const start = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - start };
}

/** `12.34` for numbers below 100, whole above. */
export function short(number) {
  return number < 100 ? number.toFixed(2) : Math.round(number).toLocaleString('en');
}
