import type { SealedTable } from '#vault';
import { feedbackSealedTables } from './feedback/sealed-feedback.js';
import { lessonSealedTables } from './lesson/sealed-lessons.js';
import { placeIn } from './sealed-places.js';

/** What of this module is sealed, for the rotation of data keys. */
export const deploymentsSealedTables: readonly SealedTable[] = [
  ...(['deployment', 'clearance_line', 'incident', 'emergency_opening'] as const).map((name) => ({
    name,
    id: 'id',
    columns: ['sealed'],
    place: (id: string) => placeIn(name, id),
  })),
  ...feedbackSealedTables,
  ...lessonSealedTables,
];
