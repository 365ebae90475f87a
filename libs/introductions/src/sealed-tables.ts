import type { SealedTable } from '#vault';

const TABLES = ['terms_version', 'introduction', 'relay_message'] as const;

/** Where the sealed value of a row of this module belongs. */
export function sealedPlace(table: (typeof TABLES)[number], id: string): string {
  return `${table}:${id}`;
}

/** What of this module is sealed, for the rotation of data keys. */
export const introductionsSealedTables: readonly SealedTable[] = TABLES.map((name) => ({
  name,
  id: 'id',
  columns: ['sealed'],
  place: (id) => sealedPlace(name, id),
}));
