import type { Parsed } from './problem.js';
import { parseArea, parseExpertise, parseLanguage, parseTerritory } from './parse.js';

/** What is written like a code: two or three letters, with subtags of a language; three digits of a region. */
const CODE = /^(?:[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*|\d{3})$/i;

const PARSERS = {
  language: parseLanguage,
  territory: parseTerritory,
  area: parseArea,
  expertise: parseExpertise,
} satisfies Record<string, (text: string) => Parsed<string>>;

/** The lists of which people know more than one code for the same thing. */
export type CodeList = keyof typeof PARSERS;

/**
 * The code of the vocabulary for another code of the same thing, as imports read it: `arb` is Standard
 * Arabic, `SDN` is Sudan. What is no code, or is not known, stays as it is: a name is not guessed at.
 */
export function canonicalCode(list: CodeList, text: string): string {
  const isCode = list === 'expertise' ? !/\s/.test(text) : CODE.test(text.trim());
  if (!isCode) return text;
  const parsed = PARSERS[list](text);
  return parsed.ok ? parsed.value : text;
}
