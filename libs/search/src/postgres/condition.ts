import { proficiencyRank } from '#vocabulary';
import type { SearchFilter } from '../search-index.js';
import { SELECT_WITHHELD } from '../sync/withheld.js';
import { SYNONYMS } from '../synonyms.js';
import { typosAllowed } from '../words.js';
import { tag } from './row.js';
import { correctionsOf, typoPieces } from './typos.js';

/** Collects bind parameters: every text of a user is one, and none is ever part of the SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a new parameter. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The conditions of a search, for a WHERE clause; all of them must hold. */
export function conditions(
  words: readonly string[],
  filter: SearchFilter,
  parameters: Parameters,
): string[] {
  return [
    `mediator_id <> ALL (ARRAY(${SELECT_WITHHELD}))`,
    ...words.map((word, i) => wordCondition(word, i === words.length - 1, parameters)),
    ...filterConditions(filter, parameters),
  ];
}

/** The word, its beginning when it is the last, a label it may mean, or a name it may mean. */
function wordCondition(word: string, last: boolean, parameters: Parameters): string {
  const found = `words @@ ${parameters.add(tsquery(word, last))}::tsquery`;
  if (typosAllowed(word) === 0) return found;
  return `(${found} OR name_typos && ${parameters.add(typoPieces(word))}::text[])`;
}

/** Any of the spellings of each word, for ranking and for the condition of one word. */
export function tsquery(word: string, last: boolean): string {
  return [spelt(word, last), ...correctionsOf(word).map((w) => `'${w}'`)].join(' | ');
}

/** The word as it is spelt, or what it stands for where it is an abbreviation. */
export function spelt(word: string, last: boolean): string {
  const meant = SYNONYMS.get(word)
    ?.map((w) => `'${w}'`)
    .join(' & ');
  return [`'${word}'${last ? ':*' : ''}`, ...(meant ? [`(${meant})`] : [])].join(' | ');
}

function filterConditions(filter: SearchFilter, parameters: Parameters): string[] {
  const anyOf = (facet: string, codes: readonly string[] | undefined): string[] =>
    codes && codes.length > 0
      ? [`tags && ${parameters.add(codes.map((code) => tag(facet, code)))}::text[]`]
      : [];
  const levels = (filter.languages ?? []).map(
    ({ code, minimumLevel }) => `${code}-${minimumLevel ? proficiencyRank(minimumLevel) : 1}`,
  );
  return [
    ...anyOf('networks', filter.networks),
    ...(levels.length > 0 ? [`levels @> ${parameters.add(levels)}::text[]`] : []),
    ...anyOf('territories', filter.territories),
    ...anyOf('expertise', filter.expertise),
    ...anyOf('tracks', filter.tracks),
    ...anyOf('roles', filter.roles),
    ...anyOf('availability', filter.availability),
    ...(filter.minimumYears ? [`years >= ${parameters.add(filter.minimumYears)}`] : []),
  ];
}
