import { describe, expect, it } from '@jest/globals';
import { FEWEST, rowsToSuppress } from '#engagement';
import fc from 'fast-check';

type Row = [women: number, shown: number, shortlisted: number];

const row: fc.Arbitrary<Row> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 8 }), fc.nat({ max: 8 }))
  .map(([women, shown, shortlisted]) => [
    women,
    Math.min(women, shown),
    Math.min(women, shortlisted),
  ]);
const table = fc.array(row, { minLength: 1, maxLength: 6 });

const sumOf = (rows: readonly Row[], measure: number) =>
  rows.reduce((total, each) => total + each[measure]!, 0);

/** Whether so many rows, each of a woman or more, can add up to this. */
function canAddUpTo(rows: number, [women, shown, shortlisted]: Row): boolean {
  if (shown < 0 || shortlisted < 0) return false;
  if (rows === 0) return women === 0 && shown === 0 && shortlisted === 0;
  return women >= rows && shown <= women && shortlisted <= women;
}

/** Every row that can be one of so many which add up to what is printed of them together. */
function possibleRows(rows: number, [women, shown, shortlisted]: Row): Row[] {
  const possible: Row[] = [];
  for (let w = 1; w <= women; w++) {
    for (let s = 0; s <= Math.min(w, shown); s++) {
      for (let l = 0; l <= Math.min(w, shortlisted); l++) {
        if (canAddUpTo(rows - 1, [women - w, shown - s, shortlisted - l])) possible.push([w, s, l]);
      }
    }
  }
  return possible;
}

describe('small cells of the report of exposure', () => {
  it('cannot be told from what is printed', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const suppressed = rowsToSuppress(rows);
        if (suppressed === null || suppressed.size === 0) return;
        const hidden = rows.filter((_, place) => suppressed.has(place));
        const sum: Row = [sumOf(hidden, 0), sumOf(hidden, 1), sumOf(hidden, 2)];
        // A measure in which nobody at all is counted is none in every row, and nothing is hidden of it.
        const counted = [0, 1, 2].filter((measure) => sumOf(rows, measure) > 0);
        const possible = possibleRows(hidden.length, sum);
        for (const measure of counted) {
          expect(new Set(possible.map((each) => each[measure])).size).toBeGreaterThan(1);
          expect(sum[measure]).toBeGreaterThanOrEqual(FEWEST);
        }
        for (const each of hidden) expect(possible).toContainEqual(each);
      }),
      { seed: 2026, numRuns: 400 },
    );
  });

  it('are never printed by themselves', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const suppressed = rowsToSuppress(rows);
        rows.forEach((each, place) => {
          const isSmall = each.some((count) => count > 0 && count < FEWEST);
          if (isSmall && suppressed !== null) expect(suppressed.has(place)).toBe(true);
        });
      }),
      { seed: 2026, numRuns: 2000 },
    );
  });

  it('take as few others with them as it needs, the smallest first', () => {
    expect(rowsToSuppress([[9, 9, 9]])).toEqual(new Set());
    expect(rowsToSuppress([[3, 0, 0]])).toBeNull();
    expect(
      rowsToSuppress([
        [3, 3, 0],
        [20, 9, 0],
        [12, 6, 0],
      ]),
    ).toEqual(new Set([0, 2]));
    expect(
      rowsToSuppress([
        [1, 0, 0],
        [1, 0, 0],
        [6, 0, 0],
        [7, 0, 0],
      ]),
    ).toEqual(new Set([0, 1, 2]));
    expect(
      rowsToSuppress([
        [4, 0, 0],
        [4, 0, 0],
        [6, 0, 0],
      ]),
    ).toEqual(new Set([0, 1]));
    // Five rows of five women in all are of one woman each.
    const ones = Array.from({ length: 5 }, (): Row => [1, 0, 0]);
    expect(rowsToSuppress([...ones, [9, 0, 0], [8, 0, 0]])).toEqual(new Set([0, 1, 2, 3, 4, 6]));
    expect(rowsToSuppress(ones)).toBeNull();
    // Nobody of the two small rows was shown, so together with them goes a row of whom some were.
    expect(
      rowsToSuppress([
        [4, 0, 0],
        [4, 0, 0],
        [6, 6, 0],
      ]),
    ).toEqual(new Set([0, 1, 2]));
  });
});
