import { label, LOCALES, type Locale } from '#vocabulary';
import type { Country } from './countries.js';

interface Facts {
  readonly topics: readonly string[];
  /** Where she works; null for who must not be found by it. */
  readonly place: string | null;
  readonly years: number;
  readonly country: Country;
}

/** First what she works on, then how long; `where` is '' or the place in brackets. */
const SENTENCES: Record<Locale, (topics: string, where: string, years: number) => string> = {
  ar: (topics, where, years) =>
    `ملف خيالي. تعمل في مجالات: ${topics}${where}. عدد سنوات مرافقتها للحوارات: ${years}.`,
  en: (topics, where, years) =>
    `Fictional profile. Works on ${topics}${where}. Years beside dialogues: ${years}.`,
  es: (topics, where, years) =>
    `Perfil ficticio. Trabaja en ${topics}${where}. Años acompañando diálogos: ${years}.`,
  fr: (topics, where, years) =>
    `Profil fictif. Domaines de travail : ${topics}${where}. Années aux côtés de dialogues : ${years}.`,
  pt: (topics, where, years) =>
    `Perfil fictício. Trabalha em ${topics}${where}. Anos a acompanhar diálogos: ${years}.`,
  sw: (topics, where, years) =>
    `Wasifu wa kubuni. Anafanya kazi za ${topics}${where}. Miaka ya kusaidia mazungumzo: ${years}.`,
};

/** Her biography in English and in the languages of her country that Baraza speaks, by column. */
export function biographies({ topics, place, years, country }: Facts): Record<string, string> {
  const spoken = new Set(['en', ...country.working, ...country.native]);
  return Object.fromEntries(
    LOCALES.filter((locale) => spoken.has(locale)).map((locale) => {
      const named = topics.slice(0, 3).map((code) => label('expertise', code, locale));
      const where = place === null ? '' : ` (${label('territory', place, locale)})`;
      return [`biography:${locale}`, SENTENCES[locale](named.join(', '), where, years)];
    }),
  );
}
