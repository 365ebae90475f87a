import { isOfMany, type ImportField, type Reject } from '#directory';
import type { Words } from '#messages';
import { foldText } from '#vocabulary';

/** A value that is not understood, and in how many rows it stands. */
export interface UnknownValue {
  readonly field: ImportField;
  /** The file's own header. */
  readonly column: Words;
  /** As `fixImportValue` takes it: of a name with a level only what is not understood. */
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

  add({ field, column, value: whole, part, reason, suggestion }: Reject): void {
    if (field === undefined || !isOfMany(field) || typeof whole !== 'string' || whole === '')
      return;
    const value = part ?? whole;
    // As a fix finds it: capitals and accents make no difference.
    const key = JSON.stringify([field, foldText(value)]);
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
