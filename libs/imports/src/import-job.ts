import type { JobRequest } from '#database';

export const IMPORT_JOB = 'staged-import';

/** The job that works on an import: checks, applies or undoes it, as its state says. One queue: one file is in memory at a time. */
export function importJob(id: string): JobRequest {
  return { name: IMPORT_JOB, ids: [id], queue: IMPORT_JOB };
}
