import { proficiencyRank } from '#vocabulary';
import type { FacetName, SearchFilter } from '../search-index.js';
import type { Sought } from '../sought.js';
import { SELECT_SUPPRESSED } from '../sync/search-suppression.js';
import { facetCode, lexeme, SIGNS } from './row.js';

/** Collects bind parameters: every text of a user is one, and none is ever part of the SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a new parameter. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** What must hold of a row beside its lexemes, for a WHERE clause. */
export function conditions({ minimumYears }: SearchFilter, parameters: Parameters): string[] {
  return [
    `mediator_id <> ALL (ARRAY(${SELECT_SUPPRESSED}))`,
    ...(minimumYears ? [`years >= ${parameters.add(minimumYears)}`] : []),
  ];
}

/** What the lexemes of all that is found satisfy, as a tsquery; null where a search says nothing about them. */
export function everything(words: readonly Sought[], filter: SearchFilter): string | null {
  const all = [...words.map(anywhere), ...chosen(filter)];
  return all.length > 0 ? allOf(all) : null;
}

/**
 * Tsqueries that divide what a search finds into steps of relevance, best first: all words stand in the names, or begin
 * words there; or in names and labels, or are misspelt names; or anywhere. Nobody is in two.
 */
export function steps(words: readonly Sought[], filter: SearchFilter): string[] {
  const all = (of: (word: Sought) => string): string => allOf(words.map(of));
  const found = [
    all((word) => anyOf(inWords(SIGNS.name, { ...word, beginnings: [], corrections: [] }))),
    all((word) => anyOf(inWords(SIGNS.name, word))),
    all((word) => anyOf(inWords(SIGNS.label, word), misspelt(word))),
    all(anywhere),
  ];
  return found.map((step, i) =>
    allOf([step, ...(i === 0 ? [] : [`!${found[i - 1] ?? ''}`]), ...chosen(filter)]),
  );
}

/** A word that stands anywhere, or may be a misspelt name. */
export function anywhere(word: Sought): string {
  return anyOf(inWords('', word), misspelt(word));
}

/** A name that the word may be, misspelt; for a word with pieces. */
export function misspeltNames(word: Sought): string {
  return anyOf(misspelt(word));
}

/** Words and tokens hold no quote and no sign. A word is a beginning of itself. */
function inWords(sign: string, { whole, beginnings, phrases, corrections }: Sought): string[] {
  const others = [...whole, ...corrections].filter((word) => !beginnings.includes(word));
  return [
    ...others.map((word) => `'${sign}${word}'`),
    ...beginnings.map((word) => `'${sign}${word}':*`),
    ...phrases.map((words) => allOf(words.map((word) => `'${sign}${word}'`))),
  ];
}

function misspelt({ pieces }: Sought): string[] {
  return pieces.map((piece) => lexeme(SIGNS.piece, piece));
}

function chosen(filter: SearchFilter): string[] {
  const oneOf = (facet: FacetName, codes: readonly string[] | undefined): string[] =>
    codes && codes.length > 0
      ? [anyOf(codes.map((code) => chosenCode(SIGNS.facet, facetCode(facet, code))))]
      : [];
  return [
    ...oneOf('networks', filter.networks),
    ...(filter.languages ?? []).map(({ code, minimumLevel }) =>
      chosenCode(SIGNS.level, `${code}-${minimumLevel ? proficiencyRank(minimumLevel) : 1}`),
    ),
    ...oneOf('territories', filter.territories),
    ...oneOf('expertise', filter.expertise),
    ...oneOf('tracks', filter.tracks),
    ...oneOf('roles', filter.roles),
    ...oneOf('availability', filter.availability),
  ];
}

/** No code is as long, and PostgreSQL refuses a lexeme of more than 2,046 bytes. */
const LONGEST_CODE = 500;

/** NUL cannot be sent, and no code holds one. */
function chosenCode(sign: string, code: string): string {
  return lexeme(sign, code.toWellFormed().replaceAll('\0', '\ufffd').slice(0, LONGEST_CODE));
}

function anyOf(...parts: readonly (readonly string[])[]): string {
  return `(${parts.flat().join(' | ')})`;
}

function allOf(parts: readonly string[]): string {
  return `(${parts.join(' & ')})`;
}
