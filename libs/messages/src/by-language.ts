import { LOCALES, type Locale } from '#vocabulary';

/** A catalogue with all languages of each message in one file, as one of each language. */
export function byLanguage<Key extends string>(
  file: Readonly<Record<Key, Readonly<Record<Locale, string>>>>,
): Record<Locale, Record<Key, string>> {
  const messages = Object.entries(file) as [Key, Record<Locale, string>][];
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      Object.fromEntries(messages.map(([key, texts]) => [key, texts[locale]])),
    ]),
  ) as Record<Locale, Record<Key, string>>;
}
