import { LOCALES, type Locale } from '#vocabulary';
import data from './headings.json' with { type: 'json' };
import labels from './labels.json' with { type: 'json' };

const TEXTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = data;

const LABELS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = labels;

/** What the document itself says, and the heading of each part, in a reader's language. */
export function heading(name: string, locale: Locale): string {
  return TEXTS[name]?.[locale] ?? name;
}

/** Whether a part has its heading in every language. */
export function hasHeadings(name: string): boolean {
  return LOCALES.every((locale) => (TEXTS[name]?.[locale] ?? '') !== '');
}

/** What a field or a column is called in a reader's language; null for one that has no name there yet. */
export function ownDataLabel(name: string, locale: Locale): string | null {
  const field = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(LABELS, field) ? (LABELS[field]?.[locale] ?? null) : null;
}
