import { isOfMany, type ImportField, type Reject } from '#directory';
import type { Words } from '#messages';

/** A value that is not understood, and in how many rows it stands. */
export interface UnknownValue {
  readonly field: ImportField;
  /** The file's own header. */
  readonly column: Words;
  readonly value: string;
  readonly reason: Words;
  readonly suggestion: Words | null;
  readonly rows: number;
}

/** Values that are told apart while a file is read, and those that are kept. */
const MOST_COUNTED = 2_000;
const MOST_KEPT = 200;

/** Counts the values that are not understood, so that each can be settled once for the whole file. */
export class UnknownValues {
  private readonly found = new Map<string, UnknownValue>();

  add({ field, column, value, reason, suggestion }: Reject): void {
    if (field === undefined || !isOfMany(field) || typeof value !== 'string' || value === '')
      return;
    const key = JSON.stringify([field, value]);
    const known = this.found.get(key);
    if (known) this.found.set(key, { ...known, rows: known.rows + 1 });
    else if (this.found.size < MOST_COUNTED)
      this.found.set(key, { field, column, value, reason, suggestion, rows: 1 });
  }

  /** The most frequent first. */
  list(): UnknownValue[] {
    return [...this.found.values()].toSorted((a, b) => b.rows - a.rows).slice(0, MOST_KEPT);
  }
}
