import { LOCALES, type Locale } from '#vocabulary';
import data from './headings.json' with { type: 'json' };

const TEXTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = data;

/** What the document itself says, and the heading of each part, in a reader's language. */
export function heading(name: string, locale: Locale): string {
  return TEXTS[name]?.[locale] ?? name;
}

/** Whether a part has its heading in every language. */
export function hasHeadings(name: string): boolean {
  return LOCALES.every((locale) => (TEXTS[name]?.[locale] ?? '') !== '');
}
