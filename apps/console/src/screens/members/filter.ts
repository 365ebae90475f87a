import type { MemberFilterInput, MemberMark, MemberSort, ProfileState } from '../../graph/types.js';

/** The filters of the address. The name that is sought is kept beside it. */
export const FILTERS = ['state', 'mark', 'import'] as const;

export const SORTS: readonly MemberSort[] = ['NAME', 'CHANGED', 'CONFIRMED', 'COMPLETENESS'];

/** Columns that can be left out, in their order. */
export const COLUMNS = {
  all: ['state', 'completeness', 'confirmed', 'consents', 'languages', 'territories', 'expertise'],
  first: ['state', 'completeness', 'confirmed', 'consents'],
} as const;
export type ColumnName = (typeof COLUMNS)['all'][number];

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
