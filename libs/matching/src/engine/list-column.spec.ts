import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ListColumn } from './list-column.js';

/** A column with room for rows. */
function columnOf(rows: number): ListColumn {
  const column = new ListColumn();
  column.reserve(rows);
  return column;
}

describe('ListColumn', () => {
  it('gives each row the list it was given last, and keeps each distinct list once', () => {
    const list = fc.array(fc.nat(3), { maxLength: 5 });
    const change = fc.record({ row: fc.nat(15), list });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200, size: 'max' }), (changes) => {
        const column = columnOf(16);
        const rows = new Map<number, number[]>();
        for (const { row, list: given } of changes) {
          column.write(row, given);
          rows.set(row, given);
        }
        const all = Array.from({ length: 16 }, (_, row) => row);
        expect(all.map((row) => column.read(row))).toEqual(all.map((row) => rows.get(row) ?? []));
        const different = new Map<string, number>();
        const wrong: number[] = [];
        for (const [row, given] of rows) {
          const number = column.numbers[row]!;
          if ((different.get(given.join()) ?? number) !== number) wrong.push(row);
          different.set(given.join(), number);
          if (column.endOf(number) - column.startOf(number) !== given.length) wrong.push(row);
        }
        expect(wrong).toEqual([]);
        different.delete('');
        expect(column.distinct).toBe(different.size);
        const lengths = Array.from(
          { length: column.numberCount },
          (_, number) => column.endOf(number) - column.startOf(number),
        );
        expect(lengths.filter((length) => length > 0)).toHaveLength(different.size);
      }),
      { seed: 1325, numRuns: 300 },
    );
  });

  it('finds a list by its hash to the last, so that letting go of it takes no search', () => {
    const column = columnOf(2);
    column.write(0, [7, 8, 9]);
    const hash = column.hashOf(column.numbers[0]!);
    const asked: number[] = [];
    column.hashOf = (number) => {
      asked.push(ListColumn.prototype.hashOf.call(column, number));
      return asked.at(-1)!;
    };
    column.write(0, []);
    expect(asked).toEqual([hash]);
  });

  it('tells the order of a list and its length apart', () => {
    const column = columnOf(3);
    column.write(0, [1, 2]);
    column.write(1, [2, 1]);
    column.write(2, [1, 2, 0]);
    expect(new Set(column.numbers).size).toBe(3);
  });

  it('does not grow while lists come and go', () => {
    const column = columnOf(100);
    const round = (shift: number) => {
      for (let row = 0; row < 100; row++) column.write(row, [row + shift, shift]);
    };
    round(0);
    round(1);
    const { bytes, numberCount } = column;
    for (let i = 0; i < 50; i++) round(i % 7);
    expect(column.bytes).toBe(bytes);
    expect(column.numberCount).toBe(numberCount);
  });

  it('holds more lists than 16 bits number', () => {
    const rows = 70_000;
    const column = columnOf(rows);
    const listOf = (row: number) => [row >>> 8, row & 0xff];
    for (let row = 0; row < rows; row++) column.write(row, listOf(row));
    expect(column.distinct).toBe(rows);
    for (const row of [0, 65_534, 65_535, 65_536, 69_999]) {
      expect(column.read(row)).toEqual(listOf(row));
    }
  });
});
