import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { microUnits } from '../model.js';
import { WordsScorer } from './words-scorer.js';
import type { Fits } from './dictionaries.js';
import { ListColumn } from './list-column.js';
import { MaskScorer, type Scorer, TableScorer } from './scorers.js';

const WORDS = 12;
const ONE = 60;

/** Totals of the rows that reach `least`, after one step from 5 each. */
function accumulated(scorer: Scorer, rows: readonly number[], weight: number, least: number) {
  const totals = Float64Array.from(rows, () => 5);
  const block = { rows: Uint32Array.from(rows), totals, count: rows.length };
  scorer.accumulate(block, weight, least);
  return Array.from({ length: block.count }, (_, i) => ({ row: block.rows[i], total: totals[i] }));
}

/** What accumulating must give, row by row. */
function expected(scorer: Scorer, rows: readonly number[], weight: number, least: number) {
  return rows
    .map((row) => ({ row, total: 5 + weight * scorer.measure(row) }))
    .filter(({ total }) => total >= least);
}

const LEVELS = 3;

/** What is given by word, as a dictionary with levels gives it. */
function fitsOf(byWord: readonly number[]): Fits {
  const symbols = WORDS / LEVELS;
  const ofSymbol = (symbol: number) => byWord.slice(symbol * LEVELS, (symbol + 1) * LEVELS);
  return {
    levels: LEVELS,
    relations: Uint8Array.from({ length: symbols }, (_, symbol) => symbol + 1),
    byRelation: [[], ...Array.from({ length: symbols }, (_, symbol) => ofSymbol(symbol))],
  };
}

describe('scorers', () => {
  // Seven items have more different fits than one pass tells apart; in a large pool the few lists are shared by many.
  it.each([
    { items: 2, size: 10 },
    { items: 7, size: 10 },
    { items: 2, size: 1_000_000 },
    { items: 7, size: 1_000_000 },
  ])('takes the best fit of a list for each of $items items', ({ items, size }) => {
    const fit = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: items === 2 ? 3 : ONE }));
    const row = fc.array(fc.nat(WORDS - 1), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fit, { minLength: items * WORDS, maxLength: items * WORDS }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: items, maxLength: items }),
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.nat(1_000_000),
        (fits, weights, lists, unstated) => {
          const column = new ListColumn();
          column.reserve(lists.length);
          lists.forEach((list, i) => column.write(i, list));
          const scorer = new WordsScorer({ size }, column, {
            weights,
            fits: weights.map((_, item) => fitsOf(fits.slice(item * WORDS, (item + 1) * WORDS))),
            one: ONE,
            unstated,
          });
          const rows = lists.map((_, i) => i);
          const values = lists.map((list) => {
            if (list.length === 0) return unstated;
            const sum = weights.reduce((total, weight, item) => {
              const best = Math.max(0, ...list.map((word) => fits[item * WORDS + word]!));
              return total + weight * best;
            }, 0);
            return microUnits(sum, ONE * weights.reduce((a, b) => a + b, 0));
          });
          for (const _ of ['first', 'again']) {
            expect(accumulated(scorer, rows, 1, 0)).toEqual(
              rows.map((each) => ({ row: each, total: 5 + values[each]! })),
            );
          }
          expect(rows.map((each) => scorer.measure(each))).toEqual(values);
        },
      ),
      { seed: 1325, numRuns: 100 },
    );
  });

  it('refuses an item with more different fits than it can tell apart', () => {
    const fits = {
      levels: 33,
      relations: Uint8Array.of(1),
      byRelation: [[], Array.from({ length: 33 }, (_, i) => i + 1)],
    };
    const make = () =>
      new WordsScorer({ size: 1 }, new ListColumn(), { weights: [1], fits: [fits], one: ONE });
    expect(make).toThrow(RangeError);
  });

  it('gives the value of the first mask that is met', () => {
    const column = Uint32Array.of(0, 1, 2, 3, 4, 1 << 29);
    const step = (mask: number, value: number) => ({ mask, value });
    const three = new MaskScorer(column, [step(1, 10), step(2, 7), step(4 | (1 << 29), 4)]);
    expect(Array.from(column, (_, row) => three.measure(row))).toEqual([0, 10, 7, 10, 4, 4]);
    const two = new MaskScorer(column, [step(1, 10), step(2, 7)]);
    expect(Array.from(column, (_, row) => two.measure(row))).toEqual([0, 10, 7, 10, 0, 0]);
  });

  it('leaves the rows whose total reaches the least, in order', () => {
    const column = Uint8Array.of(0, 3, 1, 2);
    const values = Uint32Array.of(0, 10, 20, 30);
    const bits = Uint32Array.from(column);
    const table = new TableScorer(column, values);
    const mask = new MaskScorer(bits, [
      { mask: 2, value: 20 },
      { mask: 1, value: 10 },
    ]);
    const rows = [3, 1, 0, 2];
    for (const scorer of [table, mask]) {
      for (const least of [-1, 5, 25, 45, 46, 100]) {
        expect(accumulated(scorer, rows, 2, least)).toEqual(expected(scorer, rows, 2, least));
      }
    }
    expect(accumulated(table, rows, 2, 45).map(({ row }) => row)).toEqual([3, 1]);
  });
});
