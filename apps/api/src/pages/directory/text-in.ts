import type { Locale } from '#vocabulary';

/** A text, with the language that it is written in. */
export interface TextInLanguage {
  readonly language: string;
  readonly text: string;
}

/** The text in the reader's language, else in English, else in whichever there is; null where there is none. */
export function textIn(
  texts: Readonly<Record<string, string>>,
  locale: Locale,
): TextInLanguage | null {
  const language = [locale, 'en', ...Object.keys(texts)].find((one) => texts[one]);
  const text = language === undefined ? undefined : texts[language];
  return language === undefined || text === undefined ? null : { language, text };
}
