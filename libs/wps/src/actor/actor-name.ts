import { textIn } from '#messages';
import { areaLabel, isArea, type Locale } from '#vocabulary';
import type { ActorName } from './views.js';

/** What an actor is called: as it is written down, else as the vocabulary names its code, else its code. */
export function actorNameIn(
  { code, names }: Pick<ActorName, 'code' | 'names'>,
  locale: Locale,
): string {
  return textIn(names, locale) ?? (isArea(code) ? areaLabel(code, locale) : code);
}
