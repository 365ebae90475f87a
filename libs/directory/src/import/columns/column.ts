import type { ConsentPurpose } from '../../profile/profile-record.js';
import type { ImportField } from './fields.js';

/** A column understood: its field, and its language where the field has a text in each. */
export interface Column {
  readonly field: ImportField;
  readonly language: string | null;
  /** What a mark in the column says, where there is a column for each value: "French". */
  readonly value?: string;
  /** How well she speaks each language in the column, where the header says it. */
  readonly level?: string;
  /** What a yes in a column of consent means. */
  readonly purposes?: readonly ConsentPurpose[];
}

/** Columns of lists of which each value may have a column. */
export const VALUE_COLUMNS = ['languages', 'expertise', 'territories'] as const;
const OF_VALUE = new RegExp(`^(${VALUE_COLUMNS.join('|')}):\\s*(.+)$`, 'i');

/** `expertise:Elections` is a column in which a mark says that she knows elections. */
export function ofValue(name: string): Column | null {
  const [, field, value = ''] = OF_VALUE.exec(name.trim()) ?? [];
  if (field === undefined) return null;
  return { field: field.toLowerCase() as ImportField, language: null, value: value.trim() };
}
