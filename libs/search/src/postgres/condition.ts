import { proficiencyRank } from '#vocabulary';
import type { SearchFilter } from '../search-index.js';
import type { Sought } from '../sought.js';
import { SELECT_SUPPRESSED } from '../sync/search-suppression.js';
import { tag } from './row.js';

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
  words: readonly Sought[],
  filter: SearchFilter,
  parameters: Parameters,
): string[] {
  return [
    `mediator_id <> ALL (ARRAY(${SELECT_SUPPRESSED}))`,
    ...words.map((word) => wordCondition(word, parameters)),
    ...filterConditions(filter, parameters),
  ];
}

/** What finds a word, and nothing else. */
function wordCondition(sought: Sought, parameters: Parameters): string {
  const found = `words @@ ${parameters.add(tsquery(sought))}::tsquery`;
  if (sought.pieces.length === 0) return found;
  return `(${found} OR name_typos && ${parameters.add(sought.pieces)}::text[])`;
}

/** Any of what is indexed as a word. Words and tokens hold no quote, so nothing needs escaping. */
export function tsquery({ whole, beginnings, phrases, corrections }: Sought): string {
  return [
    ...[...whole, ...corrections].map((word) => `'${word}'`),
    ...beginnings.map((word) => `'${word}':*`),
    ...phrases.map((words) => `(${words.map((word) => `'${word}'`).join(' & ')})`),
  ].join(' | ');
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
