import { areaLabel, type Locale } from '#vocabulary';
import type { Area, LocalizedText } from './coded.type.js';

export function toArea(code: string, locale: Locale): Area {
  return { code, label: areaLabel(code, locale) };
}

export function toAreas(codes: readonly string[], locale: Locale): Area[] {
  return codes.map((code) => toArea(code, locale));
}

export function toTexts(texts: Readonly<Record<string, string>>): LocalizedText[] {
  return Object.entries(texts).map(([language, text]) => ({ language, text }));
}

/** The text in the reader's language, else in English, else in whichever there is. */
export function inLocale(texts: Readonly<Record<string, string>>, locale: Locale): string | null {
  return texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? null;
}
