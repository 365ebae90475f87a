import { describe, expect, it } from '@jest/globals';
import { FEWEST, numbersOf, rowsToSuppress, type CountedWoman } from '#engagement';
import fc from 'fast-check';

type Row = [women: number, shown: number, shortlisted: number];

const row: fc.Arbitrary<Row> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 }))
  .map(([women, shown, shortlisted]) => [
    women,
    Math.min(women, shown),
    Math.min(women, shortlisted),
  ]);
const table = fc.array(row, { minLength: 1, maxLength: 6 });

const sumOf = (rows: readonly Row[], measure: number) =>
  rows.reduce((total, each) => total + each[measure]!, 0);

/** As a table is suppressed: every measure beside the number of those of whom it does not hold. */
const suppressed = (rows: readonly Row[], women = sumOf(rows, 0)) =>
  rowsToSuppress(
    rows.map(([all, shown, shortlisted]) => [
      all,
      shown,
      all - shown,
      shortlisted,
      all - shortlisted,
    ]),
    women,
  );

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
    let tables = 0;
    fc.assert(
      fc.property(table, (rows) => {
        const places = suppressed(rows);
        if (places === null || places.size === 0) return;
        tables++;
        const hidden = rows.filter((_, place) => places.has(place));
        const sum: Row = [sumOf(hidden, 0), sumOf(hidden, 1), sumOf(hidden, 2)];
        const possible = possibleRows(hidden.length, sum);
        for (const measure of [0, 1, 2]) {
          expect(new Set(possible.map((each) => each[measure])).size).toBeGreaterThan(1);
          expect(sum[measure]).toBeGreaterThanOrEqual(FEWEST);
        }
        for (const each of hidden) expect(possible).toContainEqual(each);
      }),
      { seed: 2026, numRuns: 200 },
    );
    expect(tables).toBeGreaterThan(20);
  });

  it('are never printed by themselves, nor is what their complement would tell', () => {
    let small = 0;
    fc.assert(
      fc.property(table, (rows) => {
        const places = suppressed(rows);
        const women = sumOf(rows, 0);
        rows.forEach(([all, shown, shortlisted], place) => {
          const told = [all, shown, all - shown, shortlisted, all - shortlisted, women - all];
          const isSmall = told.some((count) => count < FEWEST);
          if (!isSmall || places === null) return;
          small++;
          expect(places.has(place)).toBe(true);
        });
      }),
      { seed: 2026, numRuns: 1000 },
    );
    expect(small).toBeGreaterThan(100);
  });

  it('take as few others with them as it needs, the smallest first', () => {
    expect(suppressed([[12, 6, 6]], 20)).toEqual(new Set());
    // Nobody is outside: the row would say that all women are in it.
    expect(suppressed([[12, 6, 6]])).toBeNull();
    expect(suppressed([[3, 0, 0]], 20)).toBeNull();
    const [small, middle, large]: Row[] = [
      [3, 3, 0],
      [12, 6, 6],
      [20, 9, 9],
    ];
    expect(suppressed([small!, large!, middle!])).toEqual(new Set([0, 2]));
    // Together they are of two rows at least.
    expect(suppressed([[20, 9, 0], middle!, large!])).toEqual(new Set([0, 1]));
    // Of five rows of a woman each, five women would be told.
    const ones = Array.from({ length: 5 }, (): Row => [1, 0, 0]);
    expect(rowsToSuppress([...ones.map(([all]) => [all]), [9], [8]], 22)).toEqual(
      new Set([0, 1, 2, 3, 4, 6]),
    );
    expect(suppressed(ones)).toBeNull();
  });
});

const NETWORKS = ['acacia', 'baobab', 'cedar', 'pool'];
const woman: fc.Arbitrary<CountedWoman> = fc
  .record({
    shown: fc.boolean(),
    shortlisted: fc.boolean(),
    networks: fc.subarray(NETWORKS, { minLength: 1, maxLength: 2 }),
    regions: fc.subarray(['011', '014', '154'], { minLength: 1 }),
    ageBand: fc.constantFrom('under-36', '36-54', null),
  })
  .map(({ shown, shortlisted, networks, regions, ageBand }) => ({
    shown,
    shortlisted,
    exposure: shown || shortlisted ? 500_000 : 0,
    listedBy: networks,
    rows: { network: networks, region: regions, 'age-band': [ageBand] },
  }));

describe('the numbers of a quarter', () => {
  it('tell of five women or more, and leave five or more untold', () => {
    fc.assert(
      fc.property(fc.array(woman, { maxLength: 60 }), (women) => {
        const { all, networks } = numbersOf(women);
        for (const { total, tables } of [all, ...Object.values(networks)]) {
          for (const { rows, together } of tables) {
            for (const told of [
              ...(total ? [total] : []),
              ...rows,
              ...(together ? [together] : []),
            ]) {
              for (const count of [told.shown, told.shortlisted]) {
                if (count === null) continue;
                expect(count).toBeGreaterThanOrEqual(FEWEST);
                expect(told.women - count).toBeGreaterThanOrEqual(FEWEST);
              }
            }
            for (const { women: count } of rows) {
              expect(count).toBeGreaterThanOrEqual(FEWEST);
              expect((total?.women ?? 0) - count).toBeGreaterThanOrEqual(FEWEST);
            }
          }
        }
      }),
      { seed: 2026, numRuns: 200 },
    );
  });

  it('tell nothing of few women who are in several rows', () => {
    fc.assert(
      fc.property(fc.array(woman, { maxLength: 60 }), (women) => {
        const { all, networks } = numbersOf(women);
        for (const { total, tables } of [all, ...Object.values(networks)]) {
          for (const { rows, together } of tables) {
            if (!total || rows.length + Number(together !== null) === 0) continue;
            const printed = [...rows, ...(together ? [together] : [])];
            for (const measure of ['women', 'shown', 'shortlisted'] as const) {
              const whole = total[measure];
              if (whole === null) continue;
              const more = printed.reduce((sum, each) => sum + (each[measure] ?? 0), 0) - whole;
              expect(more > 0 && more < FEWEST).toBe(false);
            }
          }
        }
      }),
      { seed: 2026, numRuns: 200 },
    );
  });

  it('tell of no two networks between which there are few women', () => {
    const times = { both: 0, larger: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.nat({ max: 8 }),
        fc.nat({ max: 20 }),
        (pool, more, others) => {
          const one = (networks: string[], i: number): CountedWoman => ({
            shown: i % 2 === 0,
            shortlisted: false,
            exposure: i % 2 === 0 ? 500_000 : 0,
            listedBy: networks,
            rows: { network: networks, region: ['011'], 'age-band': [null] },
          });
          const { networks } = numbersOf([
            ...Array.from({ length: pool }, (_, i) => one(['acacia', 'pool'], i)),
            ...Array.from({ length: more }, (_, i) => one(['acacia'], i)),
            ...Array.from({ length: others }, (_, i) => one(['cedar'], i)),
          ]);
          if ('acacia' in networks && 'pool' in networks) {
            times.both++;
            expect([0, 5, 6, 7, 8]).toContain(more);
          }
          // Of the two, the larger is told of, where five or more are outside it.
          if ('pool' in networks && others >= FEWEST) {
            times.larger++;
            expect('acacia' in networks).toBe(true);
          }
        },
      ),
      { seed: 2026, numRuns: 200 },
    );
    expect(Math.min(times.both, times.larger)).toBeGreaterThan(10);
  });
});
