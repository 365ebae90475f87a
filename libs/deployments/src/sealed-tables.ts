import type { SealedTable } from '#vault';
import { placeIn } from './sealed-places.js';

/** What of this module is sealed, for the rotation of data keys. */
export const deploymentsSealedTables: readonly SealedTable[] = (
  ['deployment', 'clearance_line', 'incident', 'emergency_opening'] as const
).map((name) => ({ name, id: 'id', columns: ['sealed'], place: (id) => placeIn(name, id) }));
