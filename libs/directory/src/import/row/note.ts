import { problem, type Problem, type Words } from '#messages';
import type { ImportField } from '../columns/fields.js';

/**
 * How a value was read that says less, or more, than what is kept of it: years stated as a lower bound or
 * counted from a year, a telephone number without a country code, a name with a title before it, a list with "etc." behind it.
 */
export type NoteKind = 'lowerBound' | 'since' | 'noCountryCode' | 'title' | 'andMore';

/** Something to know of one value of a row that is accepted. It repeats nothing of the value. */
export interface Note {
  readonly row: number;
  /** The sheet, where more than one is read. */
  readonly sheet?: string;
  readonly field: ImportField;
  /** The file's own name of the column. */
  readonly column: Words;
  readonly kind: NoteKind;
}

/** What is said of the rows of one column. */
export function noteReason(kind: NoteKind, rows: Words): Problem {
  return problem(`note.${kind}`, { rows });
}
