import { proficiencyRank } from '#vocabulary';
import type { SearchFilter } from '../search-index.js';

/** The filter expressions of a query, without those who are withheld; all of them must hold. */
export function filterExpressions(filter: SearchFilter, withheld: readonly string[]): string[] {
  const anyOf = (attribute: string, codes: readonly string[] | undefined): string[] =>
    codes && codes.length > 0 ? [`${attribute} IN [${codes.map(quoted).join(', ')}]`] : [];
  const levels = (filter.languages ?? []).map(
    ({ code, minimumLevel }) =>
      `languageLevels = ${quoted(`${code}-${minimumLevel ? proficiencyRank(minimumLevel) : 1}`)}`,
  );
  return [
    ...anyOf('networks', filter.networks),
    ...levels,
    ...anyOf('territories', filter.territories),
    ...anyOf('expertise', filter.expertise),
    ...anyOf('tracks', filter.tracks),
    ...anyOf('roles', filter.roles),
    ...anyOf('availability', filter.availability),
    ...(filter.minimumYears ? [`years >= ${Math.trunc(filter.minimumYears)}`] : []),
    ...(withheld.length > 0 ? [`mediatorId NOT IN [${withheld.map(quoted).join(', ')}]`] : []),
  ];
}

/** A value in a filter expression: quotes and backslashes in it are only text. */
function quoted(value: string): string {
  return `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
