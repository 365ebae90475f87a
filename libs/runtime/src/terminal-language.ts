import { LOCALES, type Locale } from '#vocabulary';

/** The language of the terminal, by the variables of POSIX in their order; English where it has none of ours. */
export function terminalLanguage(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const [language] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[_.@]/);
  return LOCALES.find((locale) => locale === language) ?? 'en';
}
