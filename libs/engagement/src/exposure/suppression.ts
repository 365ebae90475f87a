/** Fewer persons than these are not told apart. */
export const FEWEST = 5;

/** A row of a table: how many women it counts, by each of the same measures. */
export type Counts = readonly number[];

/**
 * Which rows of a table must not be printed one by one, by place; null when not even together may they be.
 *
 * A row is small when one of its measures counts from one to four women. Small rows are printed as one sum,
 * together with as many more of the smallest others (by the first measure, then by place) as it takes until
 * the sum holds more women than rows, and in every measure either five women or more (so that it is of two
 * rows at least) or, where nobody at all is counted, none. So whoever knows all that is printed still knows
 * no small count: the first measure of a row in the sum can be one or two, and with it, or instead of
 * another row's, each other measure can be one more or less.
 */
export function rowsToSuppress(rows: readonly Counts[]): Set<number> | null {
  const measures = rows[0]?.map((_, measure) => measure) ?? [];
  const counted = measures.filter((measure) => rows.some((row) => row[measure]! > 0));
  const isSmall = (row: Counts) => row.some((count) => count > 0 && count < FEWEST);
  const suppressed = new Set([...rows.keys()].filter((place) => isSmall(rows[place]!)));
  if (suppressed.size === 0) return suppressed;
  const others = [...rows.keys()]
    .filter((place) => !suppressed.has(place))
    .toSorted((a, b) => rows[a]![0]! - rows[b]![0]! || a - b);
  const sum = (measure: number) =>
    [...suppressed].reduce((total, place) => total + rows[place]![measure]!, 0);
  const isSafe = () =>
    sum(0) > suppressed.size && counted.every((measure) => sum(measure) >= FEWEST);
  while (!isSafe()) {
    const next = others.shift();
    if (next === undefined) return null;
    suppressed.add(next);
  }
  return suppressed;
}
