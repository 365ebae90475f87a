import type { Locale } from '#vocabulary';
import type { Texts } from './checks.js';

/** The text in the language, else in English, else in whichever there is; empty where there is none. */
export function textIn(texts: Texts, locale: Locale): string {
  return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? '';
}
