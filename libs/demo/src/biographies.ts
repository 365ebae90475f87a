import { translator } from '#messages';
import { label, LOCALES } from '#vocabulary';
import type { Country } from './countries.js';

interface Facts {
  readonly topics: readonly string[];
  /** Where she works; null for who must not be found by it. */
  readonly place: string | null;
  readonly years: number;
  readonly country: Country;
}

/** Her biography in English and in the languages of her country that Baraza speaks, by column. */
export function biographies({ topics, place, years, country }: Facts): Record<string, string> {
  const spoken = new Set(['en', ...country.working, ...country.native]);
  return Object.fromEntries(
    LOCALES.filter((locale) => spoken.has(locale)).map((locale) => {
      const named = topics.slice(0, 3).map((code) => label('expertise', code, locale));
      const where = place === null ? '' : ` (${label('territory', place, locale)})`;
      const values = { topics: named.join(', '), where, years: String(years) };
      return [`biography:${locale}`, translator('demo', locale)('biography', values)];
    }),
  );
}
