import type { Locale } from '#vocabulary';
import { ar } from './ar.js';
import { en, type Texts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { pt } from './pt.js';
import { sw } from './sw.js';

export type { Texts };

/** The words of all pages, by language. */
export const TEXTS: Readonly<Record<Locale, Texts>> = { ar, en, es, fr, pt, sw };

export function textsOf(locale: Locale): Texts {
  return TEXTS[locale];
}
