import type { MemberFilterInput, MemberMark, MemberSort, ProfileState } from '../../graph/types.js';

/** The filters of the address. The name that is sought is kept beside it. */
export const FILTERS = ['state', 'mark', 'import'] as const;

export const SORTS: readonly MemberSort[] = ['NAME', 'CHANGED', 'CONFIRMED', 'COMPLETENESS'];

/** Columns that can be left out, in their order. */
export const COLUMNS = [
  'state',
  'completeness',
  'confirmed',
  'consents',
  'languages',
  'territories',
  'expertise',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

const FIRST_COLUMNS: readonly ColumnName[] = ['state', 'completeness', 'confirmed', 'consents'];
const NO_COLUMN = 'none';

/** The filter of the list. What is no value of an enum is left to the service to refuse. */
export function filterOf(params: URLSearchParams, name: string): MemberFilterInput {
  return {
    name: name.trim() === '' ? null : name.trim(),
    states: params.has('state') ? (params.getAll('state') as ProfileState[]) : null,
    marks: params.has('mark') ? (params.getAll('mark') as MemberMark[]) : null,
    importId: params.get('import'),
  };
}

export function sortOf(params: URLSearchParams): MemberSort {
  const sort = params.get('sort') as MemberSort;
  return SORTS.includes(sort) ? sort : 'NAME';
}

export function columnsOf(params: URLSearchParams): readonly ColumnName[] {
  const stated = params.get('columns');
  if (stated === null) return FIRST_COLUMNS;
  const names = stated.split('.');
  return COLUMNS.filter((one) => names.includes(one));
}

/** As the address holds them. */
export function columnsText(columns: readonly string[]): string {
  const chosen = COLUMNS.filter((one) => columns.includes(one));
  return chosen.length === 0 ? NO_COLUMN : chosen.join('.');
}
