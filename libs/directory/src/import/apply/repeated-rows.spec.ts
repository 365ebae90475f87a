import { describe, expect, it } from '@jest/globals';
import { ColumnMap } from '../columns/column-map.js';
import type { Checked } from '../row/check-row.js';
import { RepeatedRows } from './repeated-rows.js';

const WRONG: Checked = { draft: null, rejects: [], read: null };
const row = (number: number) => ({ number, cells: [] });

describe('rows of one number that wait for each other', () => {
  it('are all taken or all refused, also where there is no more room', () => {
    const together = new RepeatedRows(new ColumnMap(), '2026-01-01');
    let waiting = 0;
    let refused = 0;
    while (together.hasRoomFor(`woman ${waiting}`, 2)) {
      if (together.add(`woman ${waiting}`, 2, row(waiting), WRONG) !== null) refused += 1;
      waiting += 1;
    }
    expect(refused).toBe(0);
    // The second row of a woman whose first one waits.
    expect(together.hasRoomFor('woman 0', 2)).toBe(true);
    expect(together.add('woman 0', 2, row(waiting + 1), WRONG)?.rows).toHaveLength(2);
    // There is room again, but the first row of this woman was refused.
    expect(together.hasRoomFor(`woman ${waiting}`, 2)).toBe(false);
    expect(together.hasRoomFor('another woman', 2)).toBe(true);
  });

  it('are refused where they are too many', () => {
    const together = new RepeatedRows(new ColumnMap(), '2026-01-01');
    expect(together.hasRoomFor('a woman', 201)).toBe(false);
    expect(together.hasRoomFor('another', 200)).toBe(true);
  });
});
