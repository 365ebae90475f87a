import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { areaLabel, type Locale } from '#vocabulary';
import type { Area, LocalizedText } from './coded.type.js';
import type { LocalizedTextInput } from './profile-values.input.js';

export function toArea(code: string, locale: Locale): Area {
  return { code, label: areaLabel(code, locale) };
}

export function toAreas(codes: readonly string[], locale: Locale): Area[] {
  return codes.map((code) => toArea(code, locale));
}

export function toTexts(texts: Readonly<Record<string, string>>): LocalizedText[] {
  return Object.entries(texts).map(([language, text]) => ({ language, text }));
}

/** What an input says in several languages, by language. @throws InvalidInputError where a language is named twice */
export function textsByLanguage(
  path: string,
  texts: readonly LocalizedTextInput[],
): Record<string, string> {
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, i) => languages.indexOf(language) < i);
  if (twice !== -1) {
    const at = `${path}.${twice}.language`;
    throw new InvalidInputError([{ path: at, code: 'DUPLICATE', message: refusal('list.twice') }]);
  }
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
