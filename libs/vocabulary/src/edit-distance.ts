const BEYOND_FIRST_PLANE = /[\ud800-\udfff]/;

/** A text by its letters; a letter beyond the first plane is two code units. */
export function lettersOf(text: string): string | readonly string[] {
  return BEYOND_FIRST_PLANE.test(text) ? Array.from(text) : text;
}

/**
 * Optimal string alignment distance (Damerau-Levenshtein without repeated edits of one place), or
 * `limit + 1` as soon as it is known to be larger than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const tooFar = limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, tooFar));
  let current: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    // Letters that are further apart than the limit need as many edits to meet.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    current[from - 1] = from === 1 ? Math.min(i, tooFar) : tooFar;
    let least = current[from - 1] ?? tooFar;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? tooFar) + 1,
        (current[j - 1] ?? tooFar) + 1,
        (previous[j - 1] ?? tooFar) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? tooFar) + 1);
      }
      current[j] = Math.min(cost, tooFar);
      least = Math.min(least, cost);
    }
    current[to + 1] = tooFar;
    if (least > limit) return tooFar;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? tooFar;
}
