import { memoizeTexts } from '#kernel';
import {
  parseExpertiseSkill,
  parseLanguageSkill,
  parseNationality,
  parseRoleWording,
  parseSupportWording,
  parseTerritory,
  parseTrack,
  splitLanguages,
  splitValues,
  type Parsed,
} from '#vocabulary';
import type { CodeList } from '../../fields/field-types.js';
import { PROFILE_COLUMNS, type ImportField } from './fields.js';

type Parse<T> = (text: string) => Parsed<T>;

// The same few thousand texts come again and again in a file.
const LISTS: Readonly<Record<CodeList, Parse<string>>> = {
  territory: memoizeTexts(parseTerritory),
  track: memoizeTexts(parseTrack),
  role: memoizeTexts(parseRoleWording),
  support: memoizeTexts(parseSupportWording),
};
const nationality = memoizeTexts(parseNationality);

/** How one skill is read, with its level or without. */
export const SKILLS = {
  language: memoizeTexts(parseLanguageSkill),
  expertise: memoizeTexts(parseExpertiseSkill),
} as const;

/** How one code in a column of a list is read; a column of nationalities has demonyms beside territories. */
export function codeParser(column: ImportField, list: CodeList): Parse<string> {
  return column === 'nationality' ? nationality : LISTS[list];
}

const PARSERS: ReadonlyMap<ImportField, Parse<unknown>> = new Map(
  PROFILE_COLUMNS.flatMap(({ column, type }): [ImportField, Parse<unknown>][] => {
    if (type.kind === 'code' || type.kind === 'codes')
      return [[column, codeParser(column, type.of)]];
    return type.kind === 'skills' ? [[column, SKILLS[type.of]]] : [];
  }),
);

/** How one value of a column of codes is read; null for columns of another kind. */
export function valueParser(column: ImportField): Parse<unknown> | null {
  return PARSERS.get(column) ?? null;
}

/** What tells whether a text is one value of a column of codes; null for columns of another kind. */
export function valueTest(column: ImportField): ((text: string) => boolean) | null {
  const parse = PARSERS.get(column);
  return parse ? (text) => parse(text).ok : null;
}

/** The values of a cell of a column of codes: one for each language, with the level that is said of several. */
export function dividedValues(
  column: ImportField,
  text: string,
  isUnderstood: (part: string) => boolean,
): string[] {
  return (column === 'languages' ? splitLanguages : splitValues)(text, isUnderstood);
}
