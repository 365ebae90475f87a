import { isRemark, type RawRow, type RawRows, type Remark } from './raw-row.js';

/** Rows and remarks that are kept from one reading to the next. */
const MOST_KEPT = 5_000;
/** In the cells of all rows that are kept, in code units. */
const LARGEST = 8_000_000;

/**
 * The same rows, which are read once as long as they are few: an import reads a list twice, and to unpack a workbook takes
 * longer than to check what is in it. A longer list is read from its file each time, so that memory does not grow with it.
 */
export function keptRows(rows: RawRows): RawRows {
  let kept: readonly (RawRow | Remark)[] | null = null;
  async function* readAndKeep(): AsyncGenerator<RawRow | Remark> {
    let items: (RawRow | Remark)[] | null = [];
    let size = 0;
    for await (const item of rows) {
      if (items !== null) {
        items.push(item);
        size += sizeOf(item);
        if (items.length > MOST_KEPT || size > LARGEST) items = null;
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

function sizeOf(item: RawRow | Remark): number {
  return isRemark(item) ? 0 : item.cells.reduce((size, { text }) => size + text.length, 0);
}
