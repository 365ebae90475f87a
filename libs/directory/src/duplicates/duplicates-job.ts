import type { CallRequest } from '#database';

/** The name of the job that looks for women whom a list holds twice. */
export const DUPLICATES_JOB = 'duplicates';

/** That job, for `tx.addJob` in the transaction that changes profiles. */
export function duplicatesJob(): CallRequest {
  return { name: DUPLICATES_JOB, queue: DUPLICATES_JOB, call: true };
}
