import { problem } from '#messages';
import { ImportRefusedError } from '../import-refused-error.js';
import { isFilled, MOST_COLUMNS, type Merged, type TableCell, type TableRow } from './table.js';

const EMPTY: TableCell = { text: '' };

/**
 * Rows in which every cell of a merged range says what the range says: down its rows, and across its columns where
 * `isSame` tells that the columns say one thing. A row is broken where a range with a text goes across columns that
 * say different things.
 */
export class MergedCells {
  private readonly waiting: Merged[];
  private open: { readonly range: Merged; readonly cell: TableCell }[] = [];

  constructor(
    merged: readonly Merged[],
    private readonly isRead: (column: number) => boolean,
    private readonly isSame: (columns: readonly number[]) => boolean,
  ) {
    // The last ends the list, so that taking one off is cheap.
    this.waiting = merged.map(asWideAsRead).toSorted((a, b) => b.rows[0] - a.rows[0]);
  }

  /** Whether the row that was filled last has its cell of this column merged with the two behind it. */
  isWideAt(column: number): boolean {
    return this.open.some(
      ({ range: { columns } }) => columns[0] === column && columns[1] - columns[0] >= 2,
    );
  }

  /**
   * Rows come in rising order.
   *
   * @throws ImportRefusedError when ranges lie over one another by so much that each row would be filled many times
   */
  fill(row: TableRow): TableRow {
    if (this.open.length === 0 && this.waiting.length === 0) return row;
    this.open = this.open.filter(({ range }) => range.rows[1] >= row.number);
    for (let next = this.waiting.at(-1); next && next.rows[0] <= row.number;) {
      this.waiting.pop();
      const starts = next.rows[0] === row.number;
      // The first row of the range is not in the file: the range says nothing.
      const cell = starts ? (row.cells[next.columns[0]] ?? EMPTY) : EMPTY;
      if (next.rows[1] >= row.number) this.open.push({ range: next, cell });
      next = this.waiting.at(-1);
    }
    if (this.open.length === 0) return row;
    const width = this.open.reduce((sum, { range: { columns } }) => sum + widthOf(columns), 0);
    if (width > MOST_COLUMNS) throw new ImportRefusedError(problem('workbook.bomb'));
    const cells = [...row.cells];
    let { broken } = row;
    for (const { range, cell } of this.open) {
      if (!isFilled(cell)) continue;
      const [first] = range.columns;
      const read = Array.from({ length: widthOf(range.columns) }, (_, i) => first + i).filter(
        this.isRead,
      );
      if (read.length > 1 && !this.isSame(read)) {
        broken ??= problem('row.merged', { cells: range.name });
        continue;
      }
      for (const column of read) {
        while (cells.length < column) cells.push(EMPTY);
        const own = cells[column];
        // A program may have written into a cell that the range covers, where nobody sees it.
        if (own && isFilled(own) && own.text.trim() !== cell.text.trim()) {
          broken ??= problem('row.merged', { cells: range.name });
        } else cells[column] = cell;
      }
    }
    return { ...row, cells, broken };
  }
}

/** Columns that are not read are left out; of a range beyond them nothing is left. */
function asWideAsRead(range: Merged): Merged {
  const [first, last] = range.columns;
  return { ...range, columns: [first, Math.min(last, MOST_COLUMNS - 1)] };
}

function widthOf([first, last]: Merged['columns']): number {
  return Math.max(0, last - first + 1);
}
