import { areaLabel, isArea, type Locale } from '#vocabulary';
import type { ActorName } from '../actor/views.js';
import type { Texts } from './checks.js';

/** The text in the language, else in English, else in whichever there is; empty where there is none. */
export function textIn(texts: Texts, locale: Locale): string {
  return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

/** What an actor is called: as it is written down, else as the vocabulary names its code, else its code. */
export function actorNameIn(
  { code, names }: Pick<ActorName, 'code' | 'names'>,
  locale: Locale,
): string {
  return textIn(names, locale) || (isArea(code) ? areaLabel(code, locale) : code);
}
