const BEYOND_FIRST_PLANE = /[\ud800-\udfff]/;

/** A text by its letters; a letter beyond the first plane is two code units. */
function letters(text: string): ArrayLike<string> {
  return BEYOND_FIRST_PLANE.test(text) ? Array.from(text) : text;
}

/**
 * Optimal string alignment distance (Damerau-Levenshtein without repeated edits of one place), or
 * `limit + 1` as soon as it is known to be larger than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const [a, b] = [letters(one), letters(other)];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
