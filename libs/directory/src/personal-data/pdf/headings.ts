import { isNamed, translator } from '#messages';
import type { Locale } from '#vocabulary';
import { STATED_FIELDS, type StatedField } from '../../fields/stated.js';
import { VIEWS, type ProfileField } from '../../fields/views.js';

/** The heading of a part in a reader's language. */
export function heading(part: string, locale: Locale): string {
  if (!hasHeading(part)) return part;
  return translator('personal-data', locale)(`heading.${part}`);
}

/** Whether a part has its heading. */
export function hasHeading(part: string) {
  return isNamed('personal-data', 'heading', part);
}

/** What a field or a column is called in a reader's language; null for one that has no name there yet. */
export function personalDataLabel(name: string, locale: Locale): string | null {
  const field = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (isNamed('personal-data', 'label', field)) {
    return translator('personal-data', locale)(`label.${field}`);
  }
  return isField(field) ? translator('fields', locale)(field) : null;
}

/** Fields of her profile have the names that they have on her pages. */
const FIELDS: ReadonlySet<string> = new Set([...STATED_FIELDS, ...VIEWS.map(({ field }) => field)]);

function isField(name: string): name is StatedField | ProfileField {
  return FIELDS.has(name);
}
