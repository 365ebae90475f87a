import { describe, expect, it } from '@jest/globals';
import { keptRows } from './kept-rows.js';
import type { RawRow, RawRows, Remark } from './raw-row.js';

const REMARK: Remark = { part: 'column', name: 'Shoe size', fate: 'left out', reason: 'unknown' };

/** Rows behind remarks, that count how often they are read. */
function counted(
  rows: number,
  { text = 'Ada', remarks = 0, columns = 1 } = {},
): { rows: RawRows; times: () => number } {
  let times = 0;
  async function* read(): AsyncGenerator<RawRow | Remark> {
    times += 1;
    for (let i = 0; i < remarks; i++) yield REMARK;
    for (let number = 1; number <= rows; number++) {
      yield { number, cells: Array.from({ length: columns }, () => ({ header: 'Name', text })) };
    }
  }
  return { rows: { [Symbol.asyncIterator]: read }, times: () => times };
}

async function numbersOf(rows: RawRows): Promise<number[]> {
  const numbers: number[] = [];
  for await (const row of rows) if (!('fate' in row)) numbers.push(row.number);
  return numbers;
}

const isShort = async () => true;

describe('the rows of a list', () => {
  it.each([0, 40])('are read once where they are few, with %i remarks', async (remarks) => {
    const { rows, times } = counted(20_000, { remarks });
    const kept = keptRows(rows, isShort);
    const first = await numbersOf(kept);
    expect(await numbersOf(kept)).toEqual(first);
    expect(first).toHaveLength(20_000);
    expect(times()).toBe(1);
  });

  it.each([
    ['many', 20_001, {}],
    ['wide', 10, { columns: 100_000 }],
    ['large', 10, { text: 'a'.repeat(3_000_000) }],
    ['much remarked on', 10, { remarks: 1_001 }],
  ])('are read each time where they are %s', async (_, count, of) => {
    const { rows, times } = counted(count, of);
    const kept = keptRows(rows, isShort);
    const first = await numbersOf(kept);
    expect(await numbersOf(kept)).toEqual(first);
    expect(times()).toBe(2);
  });

  it('are read each time where the file is large', async () => {
    const { rows, times } = counted(3);
    const kept = keptRows(rows, async () => false);
    expect(await numbersOf(kept)).toEqual([1, 2, 3]);
    expect(await numbersOf(kept)).toEqual([1, 2, 3]);
    expect(times()).toBe(2);
  });

  it('are read anew after a reading that was broken off', async () => {
    const { rows, times } = counted(3);
    const kept = keptRows(rows, isShort);
    for await (const _ of kept) break;
    expect(await numbersOf(kept)).toEqual([1, 2, 3]);
    expect(times()).toBe(2);
  });
});
