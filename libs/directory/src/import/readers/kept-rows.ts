import { isRemark, type RawRow, type RawRows, type Remark } from './raw-row.js';

/** Rows that are kept from one reading to the next, and remarks that are kept with them. */
const MOST_ROWS = 20_000;
const MOST_REMARKS = 1_000;
/** In the cells of all rows that are kept, in code units; a cell takes as much room as so many, also an empty one. */
const LARGEST = 24_000_000;
const CELL = 30;

/**
 * The same rows, which are read once as long as they are few: an import reads a list twice, and to unpack a workbook takes
 * longer than to check what is in it. A longer list is read from its file each time, so that memory does not grow with it.
 *
 * @param isShort whether it may be one of few rows: of others, not even the first are kept
 */
export function keptRows(rows: RawRows, isShort: () => Promise<boolean>): RawRows {
  let kept: readonly (RawRow | Remark)[] | null = null;
  async function* readAndKeep(): AsyncGenerator<RawRow | Remark> {
    let items: (RawRow | Remark)[] | null = (await isShort()) ? [] : null;
    let remarks = 0;
    let size = 0;
    for await (const item of rows) {
      if (items !== null) {
        items.push(item);
        if (isRemark(item)) remarks += 1;
        else size += sizeOf(item);
        const isMany = items.length - remarks > MOST_ROWS || remarks > MOST_REMARKS;
        if (isMany || size > LARGEST) items = null;
      }
      yield item;
    }
    kept = items;
  }
  return { [Symbol.asyncIterator]: () => (kept === null ? readAndKeep() : inMemory(kept)) };
}

async function* inMemory(items: readonly (RawRow | Remark)[]): AsyncGenerator<RawRow | Remark> {
  for (const item of items) yield item;
}

function sizeOf({ cells }: RawRow): number {
  return cells.reduce((size, { text }) => size + text.length + CELL, 0);
}
