/** Fewer persons than these are not told apart. */
export const FEWEST = 5;

/** A row of a table: how many women it counts, by each of the same measures; the first counts all of them. */
export type Counts = readonly number[];

/** Whether a number of some women may be told: they are five or more, and so are the others. */
export function mayBeTold(some: number, all: number): boolean {
  return some >= FEWEST && all - some >= FEWEST;
}

/**
 * Which rows of a table must not be printed one by one, by place; null when not even together may they be.
 *
 * A row is small when one of its measures counts fewer than five women, none included, or when fewer than
 * five of all women are outside it. Small rows are printed as one sum, together with as many more of the
 * smallest others (by the first measure, then by place) as it takes until the sum holds more women than
 * rows, and five women or more in every measure (so that it is of two rows at least). So whoever knows
 * all that is printed still knows no small count: the first measure of a row in the sum can be one or
 * two, and with it, or instead of another row's, each other measure can be one more or less.
 *
 * @param women how many they are in all; a woman can be in several rows, or in none
 * @param alike places of rows that must not be printed one by one for another reason
 */
export function rowsToSuppress(
  rows: readonly Counts[],
  women: number,
  alike: ReadonlySet<number> = new Set(),
): Set<number> | null {
  const measures = rows[0]?.map((_, measure) => measure) ?? [];
  const isSmall = (row: Counts) =>
    !mayBeTold(row[0]!, women) || row.some((count) => count < FEWEST);
  const suppressed = new Set(
    [...rows.keys()].filter((place) => alike.has(place) || isSmall(rows[place]!)),
  );
  if (suppressed.size === 0) return suppressed;
  const others = [...rows.keys()]
    .filter((place) => !suppressed.has(place))
    .toSorted((a, b) => rows[a]![0]! - rows[b]![0]! || a - b);
  const sum = (measure: number) =>
    [...suppressed].reduce((total, place) => total + rows[place]![measure]!, 0);
  const isSafe = () =>
    suppressed.size > 1 &&
    sum(0) > suppressed.size &&
    measures.every((measure) => sum(measure) >= FEWEST);
  while (!isSafe()) {
    const next = others.shift();
    if (next === undefined) return null;
    suppressed.add(next);
  }
  return suppressed;
}
