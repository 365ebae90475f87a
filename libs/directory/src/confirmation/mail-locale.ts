import { LOCALES, proficiencyRank, type Locale } from '#vocabulary';
import type { LanguageSkill } from '../fields/field-values.js';

/** The language of a mail to her: of those that Baraza writes the one she knows best, else English. */
export function mailLocale(languages: readonly LanguageSkill[]): Locale {
  const known = languages.flatMap(({ code, level }) => {
    const locale = LOCALES.find((one) => one === code);
    return locale ? [{ locale, rank: proficiencyRank(level) }] : [];
  });
  return known.toSorted((a, b) => b.rank - a.rank)[0]?.locale ?? 'en';
}
