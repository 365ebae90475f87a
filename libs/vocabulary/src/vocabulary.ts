import type { Locale, VocabularyEntry, VocabularyKind } from './kinds.js';
import { lexicons, lists } from './lexicons.js';

/** Every entry of a list. */
export function entries(kind: VocabularyKind): readonly VocabularyEntry[] {
  return lists[kind];
}

/** One entry by its canonical code. */
export function entry(kind: VocabularyKind, code: string): VocabularyEntry | undefined {
  return lexicons[kind].get(code);
}

/** The label in a language, in English where it has none there, and the code where it is unknown. */
export function label(kind: VocabularyKind, code: string, locale: Locale): string {
  const labels = lexicons[kind].get(code)?.labels;
  return labels?.[locale] ?? labels?.en ?? code;
}

/** The label of a territory, region or grouping. */
export function areaLabel(code: string, locale: Locale): string {
  const kind = (['territory', 'region', 'grouping'] as const).find((k) => lexicons[k].has(code));
  return kind ? label(kind, code, locale) : code;
}

/** Whether the text is a canonical code of that list, exactly as written. */
export function isCode(kind: VocabularyKind, code: string): boolean {
  return lexicons[kind].has(code);
}

export const isLanguage = (code: string): boolean => isCode('language', code);
export const isTerritory = (code: string): boolean => isCode('territory', code);
export const isExpertise = (code: string): boolean => isCode('expertise', code);

/** A territory, an M49 region or a grouping. */
export const isArea = (code: string): boolean =>
  isTerritory(code) || isCode('region', code) || isCode('grouping', code);

/** Where each list comes from: one line for each list and source. */
export function sources(): readonly { kind: VocabularyKind; source: string; asOf: string }[] {
  const kinds = Object.keys(lists) as VocabularyKind[];
  return kinds.flatMap((kind) => {
    const seen = new Map(lists[kind].map(({ source, asOf }) => [source, asOf]));
    return [...seen].map(([source, asOf]) => ({ kind, source, asOf }));
  });
}
