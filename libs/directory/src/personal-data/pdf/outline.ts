import { isCode, label, type Locale } from '#vocabulary';
import { isByLanguage } from '../../fields/stated.js';
import { personalDataLabel } from './headings.js';

/** A line of an outline. */
export interface OutlineLine {
  readonly depth: number;
  readonly text: string;
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Plain data as lines: fields by name in the reader's language, lists by number; what is empty is left out. */
export function outlineOf(value: unknown, locale: Locale, within = '', depth = 0): OutlineLine[] {
  if (isEmpty(value)) return [];
  if (typeof value !== 'object' || value === null) return [{ depth, text: plain(value, locale) }];
  if (value instanceof Date) return [{ depth, text: value.toISOString() }];
  const entries = Array.isArray(value)
    ? value.map((item, i) => [String(i + 1), item] as const)
    : Object.entries(value);
  return entries.flatMap(([name, inner]): OutlineLine[] => {
    if (isEmpty(inner)) return [];
    // What stands in a list is of the kind of the list.
    const lines = outlineOf(inner, locale, Array.isArray(value) ? within : name, depth + 1);
    const called = Array.isArray(value) ? name : nameOf(name, within, locale);
    const [only] = lines;
    const isLeaf = typeof inner !== 'object' || inner instanceof Date;
    // A text from right to left has lines of its own: beside a name from left to right it would be torn apart.
    if (isLeaf && only && !RIGHT_TO_LEFT.test(only.text))
      return [{ depth, text: `${called}: ${only.text}` }];
    return [{ depth, text: `${called}:` }, ...lines];
  });
}

/** Texts stand under their languages. */
function nameOf(name: string, within: string, locale: Locale): string {
  if (isByLanguage(within) && isCode('language', name)) return label('language', name, locale);
  return personalDataLabel(name, locale) ?? name;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (value instanceof Date) return false;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function plain(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') {
    const word = value ? 'yes' : 'no';
    return personalDataLabel(word, locale) ?? word;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
