import type { SealedTable } from '#vault';
import { deploymentPlace } from './deployment/words.js';

/** Where what a row of this module holds is sealed for. */
export function placeIn(
  table: 'clearance_line' | 'incident' | 'emergency_opening',
  id: string,
): string {
  return `${table}:${id}`;
}

/** What of this module is sealed, for the rotation of data keys. */
export const deploymentsSealedTables: readonly SealedTable[] = [
  { name: 'deployment', id: 'id', columns: ['sealed'], place: deploymentPlace },
  ...(['clearance_line', 'incident', 'emergency_opening'] as const).map((name) => ({
    name,
    id: 'id',
    columns: ['sealed'],
    place: (id: string) => placeIn(name, id),
  })),
];
