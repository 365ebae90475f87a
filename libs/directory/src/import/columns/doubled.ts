import { columnsOf, type ImportField } from './fields.js';

/** Fields of several values: the values of two columns are put together. */
const JOINED: ReadonlySet<ImportField> = new Set(
  columnsOf(({ type }) => ['names', 'codes', 'skills', 'experience'].includes(type.kind)),
);

/** Who is at risk in one column is at risk; what one column does not consent to is not consented to. */
const STRICTER: ReadonlySet<ImportField> = new Set<ImportField>([
  ...columnsOf(({ type }) => type.kind === 'flag'),
  'consent',
]);

/** What protects a woman: it counts even where the column is hidden in the sheet. */
const SAFETY: ReadonlySet<ImportField> = new Set<ImportField>([
  ...columnsOf(({ safety }) => safety),
  'security_notes',
  'consent',
  'consent_text_version',
  'consent_on',
]);

/** Whether several columns may say this of a woman: their values are joined, as her numbers are, or the stricter counts. */
export function mayBeDoubled(field: ImportField): boolean {
  return JOINED.has(field) || STRICTER.has(field) || field === 'telephone';
}

/** Whether a woman may have several values of it. */
export function isList(field: ImportField): boolean {
  return JOINED.has(field);
}

export function isSafety(field: ImportField): boolean {
  return SAFETY.has(field);
}
