import { describe, expect, it } from '@jest/globals';
import { keptRows } from './kept-rows.js';
import type { RawRow, RawRows } from './raw-row.js';

/** Rows that count how often they are read. */
function counted(rows: number, text = 'Ada'): { rows: RawRows; times: () => number } {
  let times = 0;
  async function* read(): AsyncGenerator<RawRow> {
    times += 1;
    for (let number = 1; number <= rows; number++) {
      yield { number, cells: [{ header: 'Name', text }] };
    }
  }
  return { rows: { [Symbol.asyncIterator]: read }, times: () => times };
}

async function numbersOf(rows: RawRows): Promise<number[]> {
  const numbers: number[] = [];
  for await (const row of rows) if (!('fate' in row)) numbers.push(row.number);
  return numbers;
}

describe('the rows of a list', () => {
  it('are read once where they are few', async () => {
    const { rows, times } = counted(5_000);
    const kept = keptRows(rows);
    const first = await numbersOf(kept);
    expect(await numbersOf(kept)).toEqual(first);
    expect(first).toHaveLength(5_000);
    expect(times()).toBe(1);
  });

  it.each([
    ['many', 5_001, 'Ada'],
    ['large', 10, 'a'.repeat(1_000_000)],
  ])('are read each time where they are %s', async (_, count, text) => {
    const { rows, times } = counted(count, text);
    const kept = keptRows(rows);
    const first = await numbersOf(kept);
    expect(await numbersOf(kept)).toEqual(first);
    expect(times()).toBe(2);
  });

  it('are read anew after a reading that was broken off', async () => {
    const { rows, times } = counted(3);
    const kept = keptRows(rows);
    for await (const _ of kept) break;
    expect(await numbersOf(kept)).toEqual([1, 2, 3]);
    expect(times()).toBe(2);
  });
});
