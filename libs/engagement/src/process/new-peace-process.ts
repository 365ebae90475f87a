import type { PeaceProcessEntity } from './peace-process.entity.js';

/** A peace process as it is told; `slug` is its key. */
export type NewPeaceProcess = Omit<PeaceProcessEntity, 'id' | 'organizationId' | 'archivedAt'>;
