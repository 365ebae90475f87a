import { detached } from '#kernel';
import type { Column } from '../columns/column.js';
import type { ImportField } from '../columns/fields.js';
import type { RawCell } from '../readers/raw-row.js';

/** Columns, and texts of a column, that are kept; then it begins anew, so that no file can fill memory. */
const MOST_COLUMNS = 200;
const MOST_TEXTS = 2_000;
/** In characters; a longer text hardly comes twice. */
const LONGEST = 60;

/**
 * What the texts of each column were read as: in a list the same few texts come again and again. Only what was read
 * without anything to say about it is kept, and never contact data.
 */
class KnownValues {
  private readonly byColumn = new Map<Column | string, Map<string, {} | null>>();
  private today = '';

  /** The values of a column by text; null for a cell that is not told by its text alone. `today` is an ISO date. */
  of(field: ImportField, cell: RawCell, today: string): Map<string, {} | null> | null {
    if (cell.wrong !== undefined || cell.number !== undefined || cell.text.length > LONGEST) {
      return null;
    }
    // A day that was to come yesterday is none today.
    if (today !== this.today) this.byColumn.clear();
    this.today = today;
    const column = cell.column ?? `${field} ${cell.header}`;
    const known = this.byColumn.get(column);
    if (known !== undefined) return known;
    if (this.byColumn.size >= MOST_COLUMNS) this.byColumn.clear();
    const values = new Map<string, {} | null>();
    this.byColumn.set(column, values);
    return values;
  }

  keep(values: Map<string, {} | null>, text: string, value: {} | null): void {
    if (values.size >= MOST_TEXTS) values.clear();
    values.set(detached(text), value);
  }
}

/** By what a coordinator said of how a file is to be read: another mapping reads the same texts otherwise. */
const byReading = new WeakMap<object, KnownValues>();

export function knownValuesOf(reading: object): KnownValues {
  const known = byReading.get(reading);
  if (known !== undefined) return known;
  const begun = new KnownValues();
  byReading.set(reading, begun);
  return begun;
}
