import type { ColumnMap } from '../columns/column-map.js';
import { valueTest } from '../columns/parsers.js';
import type { Looked } from './reading.js';
import type { Shape } from './shape.js';
import { isFilled, type Table, type TableRow } from './table.js';

/** A list of fewer columns has rows of one cell that are no titles. */
export const FEWEST_FOR_SECTIONS = 3;

/**
 * The name by which a mapping says what the titles within a list are, as if they stood in a column: lists often have one above
 * the women of each country. What they are is not guessed.
 */
export const SECTION_TITLE = 'Section title';

export type Section = 'sections' | 'numbersOnly';

/** A title within the list, or a number for a woman who is not there yet: one cell alone, and not her name. */
export function sectionOf(
  row: TableRow,
  shape: Shape,
  width: number,
  isWideAt: (column: number) => boolean,
): Section | null {
  if (row.broken !== undefined || width < FEWEST_FOR_SECTIONS) return null;
  const only = row.cells.findIndex(isFilled);
  if (only === -1 || row.cells.findLastIndex(isFilled) !== only || row.cells[only]?.wrong) {
    return null;
  }
  if (isWideAt(only)) return 'sections';
  if (shape.columns[only]?.column?.field !== 'external_id') return null;
  return /^\p{Nd}+$/u.test(row.cells[only]?.text.trim() ?? '') ? 'numbersOnly' : 'sections';
}

export const titleOf = ({ cells }: TableRow): string => cells.find(isFilled)?.text.trim() ?? '';

export const isPlace = (text: string): boolean => valueTest('territories')?.(text) ?? false;

/** The titles among the first rows, and what somebody has said that they are; absent where there are none. */
export function titlesIn(
  top: readonly TableRow[],
  shape: Shape,
  { merged }: Table,
  columns: ColumnMap,
): Looked['titles'] {
  const [, last] = shape.rows;
  const width = shape.columns.findLastIndex(({ header }) => header !== '') + 1;
  const isWide = (row: number, at: number) =>
    merged.some(
      ({ rows: [from, to], columns: [first, end] }) =>
        from <= row && row <= to && first <= at && at <= end && first < end,
    );
  const titles = top.filter(
    (row) =>
      row.number > last &&
      !row.hidden &&
      sectionOf(row, shape, width, (at) => isWide(row.number, at)) === 'sections',
  );
  if (titles.length === 0) return undefined;
  return { column: columns.mapped(SECTION_TITLE), texts: titles.map(titleOf) };
}
