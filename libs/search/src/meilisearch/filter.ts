import { proficiencyRank } from '#vocabulary';
import type { SearchFilter } from '../search-index.js';
import type { Sought } from '../sought.js';
import { BEHIND, codeOf, type WordCodes } from './word-codes.js';

/** The filter expressions of a query, without those who are suppressed; all of them must hold. */
export function filterExpressions(filter: SearchFilter, suppressed: readonly string[]): string[] {
  const oneOf = (attribute: string, codes: readonly string[] | undefined): string[] =>
    codes && codes.length > 0 ? [`${attribute} IN [${codes.map(quoted).join(', ')}]`] : [];
  const levels = (filter.languages ?? []).map(
    ({ code, minimumLevel }) =>
      `languageLevels = ${quoted(`${code}-${minimumLevel ? proficiencyRank(minimumLevel) : 1}`)}`,
  );
  return [
    ...oneOf('networks', filter.networks),
    ...levels,
    ...oneOf('territories', filter.territories),
    ...oneOf('expertise', filter.expertise),
    ...oneOf('tracks', filter.tracks),
    ...oneOf('roles', filter.roles),
    ...oneOf('availability', filter.availability),
    ...(filter.minimumYears ? [`years >= ${Math.trunc(filter.minimumYears)}`] : []),
    ...(suppressed.length > 0 ? [`mediatorId NOT IN [${suppressed.map(quoted).join(', ')}]`] : []),
  ];
}

/** An expression for one word: what finds it, and nothing else, as PostgreSQL's condition has it. */
export function wordExpression(sought: Sought): string {
  return anyOf([...inWords('words', sought), ...misspelt(sought)]);
}

/**
 * Expressions that divide what a search finds into steps of relevance, best first: all words stand in the
 * names, or begin words there; or in names and labels, or are misspelt names; or anywhere. Nobody is in two.
 */
export function stepExpressions(words: readonly Sought[]): string[] {
  const all = (of: (word: Sought) => string[]): string => words.map(of).map(anyOf).join(' AND ');
  const steps = [
    all((word) => inWords('nameWords', { ...word, beginnings: [], corrections: [] })),
    all((word) => inWords('nameWords', word)),
    all((word) => [...inWords('labelWords', word), ...misspelt(word)]),
    all((word) => [...inWords('words', word), ...misspelt(word)]),
  ];
  return steps.map((step, i) => (i === 0 ? step : `${step} AND NOT (${steps[i - 1] ?? ''})`));
}

function inWords(attribute: keyof WordCodes, sought: Sought): string[] {
  const { whole, corrections, beginnings, phrases } = sought;
  const is = (word: string): string => `${attribute} = ${quoted(codeOf(word))}`;
  return [
    `${attribute} IN [${[...whole, ...corrections].map((word) => quoted(codeOf(word))).join(', ')}]`,
    ...beginnings
      .map(codeOf)
      .map((code) => `${attribute} ${quoted(code)} TO ${quoted(code + BEHIND)}`),
    ...phrases.map((words) => `(${words.map(is).join(' AND ')})`),
  ];
}

function misspelt({ pieces }: Sought): string[] {
  if (pieces.length === 0) return [];
  return [`namePieces IN [${pieces.map((piece) => quoted(codeOf(piece))).join(', ')}]`];
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`;
}

/** A value in a filter expression: quotes and backslashes in it are only text. */
function quoted(value: string): string {
  return `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
