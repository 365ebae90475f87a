import { STATED_FIELDS, type StatedField, type StatedFields } from '../fields/stated.js';

/** What one source says of her; a field that is absent is not stated. */
export type Statement = Partial<StatedFields>;

/** The statement in the order of the fields, without what says nothing: equal words make equal texts. */
export function statementOf(words: {
  readonly [K in StatedField]?: StatedFields[K] | null;
}): Statement {
  const statement: Partial<Record<StatedField, unknown>> = {};
  for (const field of STATED_FIELDS) {
    const value = words[field];
    if (isPresent(value)) statement[field] = value;
  }
  return statement as Statement;
}

/** Whether a value says anything: not null and not empty. No and zero do. */
function isPresent(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Whether two values of a field are the same words. */
export function sameWords(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** PostgreSQL keeps the keys of jsonb in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields in which two statements of one source differ. */
export function changedFields(before: Statement, after: Statement): StatedField[] {
  return STATED_FIELDS.filter((field) => !sameWords(before[field], after[field]));
}
