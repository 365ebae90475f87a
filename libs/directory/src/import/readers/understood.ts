import {
  parseExpertiseSkill,
  parseLanguageSkill,
  parseNationality,
  parseTerritory,
  readYears,
  splitValues,
} from '#vocabulary';
import type { ImportField } from '../columns/fields.js';

/** Whether each part of a text is understood, by the field that it would state. */
const PARTS: Readonly<Partial<Record<ImportField, (part: string) => boolean>>> = {
  languages: (part) => parseLanguageSkill(part).ok,
  expertise: (part) => parseExpertiseSkill(part).ok,
  territories: (part) => parseTerritory(part).ok,
  ruled_out: (part) => parseTerritory(part).ok,
  residence: (part) => parseTerritory(part).ok,
  nationality: (part) => parseNationality(part).ok,
  years: (part) => readYears(part, '9999-12-31') !== null,
  email: (part) => part.includes('@'),
  // No list of names, of languages or of countries is a name of one woman.
  full_name: (part) => !parseLanguageSkill(part).ok && !parseTerritory(part).ok,
};

/** Whether a text can be a value of a field; of fields with free text it always can. */
export function isUnderstoodAs(field: ImportField, text: string): boolean {
  const is = PARTS[field];
  if (!is) return true;
  const parts = splitValues(text, is);
  return parts.length > 0 && parts.every(is);
}
