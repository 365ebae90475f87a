import type { Locale } from '#vocabulary';

/** Text by language of the pages. */
export type Texts = Partial<Record<Locale, string>>;

/** The text in the language, else in English, else in whichever there is; null where there is none. */
export function textIn(
  texts: Readonly<Record<string, string>> | Texts,
  locale: Locale,
): string | null {
  const byLanguage: Readonly<Record<string, string | undefined>> = texts;
  return byLanguage[locale] ?? byLanguage.en ?? Object.values(texts)[0] ?? null;
}
