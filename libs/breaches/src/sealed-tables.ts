import type { SealedTable } from '#vault';
import { breachPlace } from './breach/breach.entities.js';

/** What of this room is sealed: the words of the register. */
export const breachesSealedTables: readonly SealedTable[] = [
  { name: 'breach', id: 'id', columns: ['sealed'], place: breachPlace },
];
