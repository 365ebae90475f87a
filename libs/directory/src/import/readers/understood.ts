import { readYears } from '#vocabulary';
import type { ImportField } from '../columns/fields.js';
import { dividedValues, valueTest } from '../columns/parsers.js';

/** Whether each part of a text is understood, in columns that hold no codes. */
const PARTS: Readonly<Partial<Record<ImportField, (part: string) => boolean>>> = {
  years: (part) => readYears(part, '9999-12-31') !== null,
  email: (part) => part.includes('@'),
  // No list of names, of languages or of countries is a name of one woman.
  full_name: (part) => !valueTest('languages')?.(part) && !valueTest('territories')?.(part),
};

/** Whether a text can be a value of a field; of fields with free text it always can. */
export function isUnderstoodAs(field: ImportField, text: string): boolean {
  const is = PARTS[field] ?? valueTest(field);
  if (!is) return true;
  const parts = dividedValues(field, text, is);
  return parts.length > 0 && parts.every(is);
}
