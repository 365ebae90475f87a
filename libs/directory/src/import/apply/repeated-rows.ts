import type { ColumnMap } from '../columns/column-map.js';
import { leveledBy, type ImportField } from '../columns/fields.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { columnOf } from '../row/cells.js';
import { checkRow, type Checked } from '../row/check-row.js';
import { withLevel } from '../row/with-level.js';
import type { Reject } from '../row/reject.js';

/** Rows of one woman that are put together, and rows that wait for others of theirs at one time. */
const MOST_OF_ONE = 200;
const MOST_WAITING = 20_000;

/** What the rows of one number come to: one row for her, or what is wrong with them. */
export interface Together {
  readonly rows: readonly RawRow[];
  readonly checked: Checked;
  /** They say different things of her, so that they cannot be about one woman. */
  readonly differ: boolean;
}

/**
 * Rows with one number: a list may have a row for each language or topic of a woman. They are put together where
 * all that she can have once is the same in each or empty. Until the last of them is read the others wait here.
 */
export class RepeatedRows {
  private readonly waiting = new Map<string, { row: RawRow; checked: Checked }[]>();
  /** Numbers for whose rows there was no room: all of them are told so. */
  private readonly refused = new Set<string>();
  private count = 0;

  constructor(
    private readonly columns: ColumnMap,
    private readonly today: string,
  ) {}

  /** Whether the rows of a number, so many, can wait: what is said of the first of them holds for all. */
  hasRoomFor(number: string, rows: number): boolean {
    if (this.waiting.has(number)) return true;
    if (this.refused.has(number)) return false;
    if (rows <= MOST_OF_ONE && this.count < MOST_WAITING) return true;
    this.refused.add(number);
    return false;
  }

  /** Null while further rows of the number are to come. */
  add(number: string, rows: number, row: RawRow, checked: Checked): Together | null {
    const all = [...(this.waiting.get(number) ?? []), { row, checked }];
    this.count += 1;
    if (all.length < rows) {
      this.waiting.set(number, all);
      return null;
    }
    this.waiting.delete(number);
    this.count -= all.length;
    return this.together(all);
  }

  private together(all: readonly { row: RawRow; checked: Checked }[]): Together {
    const rows = all.map(({ row: one }) => one);
    const wrong = all.flatMap(({ checked }): readonly Reject[] =>
      checked.draft ? [] : checked.rejects,
    );
    if (wrong.length > 0)
      return { rows, checked: { draft: null, rejects: wrong, read: null }, differ: false };
    const checked = checkRow(folded(rows, this.columns), this.columns, this.today);
    // Each row alone is right: only together they can be wrong.
    return { rows, checked, differ: checked.draft === null };
  }
}

/** One row that says what all of them say; a level beside a language goes with that language. */
export function folded(rows: readonly RawRow[], columns: ColumnMap): RawRow {
  const cells = new Map<string, RawCell>();
  for (const row of rows) {
    const own = withOwnLevels(row, columns);
    const fieldOf = (cell: RawCell) => columnOf(cell, columns)?.field;
    const isConsent = (cell: RawCell) => fieldOf(cell) === 'consent';
    // An empty cell beside one that speaks of consent says no; a row without any says nothing of it.
    const speaks = own.some((cell) => isConsent(cell) && cell.text.trim() !== '');
    for (const cell of own) {
      const text = cell.text.trim();
      const isSaid = text !== '' || fieldOf(cell) === 'emergency_contact';
      if (isSaid || (speaks && isConsent(cell))) cells.set(`${cell.header}\n${text}`, cell);
    }
  }
  const [first] = rows;
  return { ...first, number: first?.number ?? 0, cells: [...cells.values()] };
}

function withOwnLevels({ cells }: RawRow, columns: ColumnMap): RawCell[] {
  const levels = new Map<ImportField, string>();
  for (const cell of cells) {
    const field = columnOf(cell, columns)?.field;
    const of = field === undefined ? null : leveledBy(field);
    const text = cell.text.trim();
    if (of !== null && text !== '' && !levels.has(of)) levels.set(of, text);
  }
  if (levels.size === 0) return [...cells];
  return cells.flatMap((cell) => {
    const field = columnOf(cell, columns)?.field;
    if (field === undefined) return [cell];
    const leveled = leveledBy(field);
    if (leveled !== null) return levels.has(leveled) ? [] : [cell];
    const level = levels.get(field);
    return level === undefined || cell.column?.value !== undefined
      ? [cell]
      : [{ ...cell, text: withLevel(field, cell.text, level) }];
  });
}
