import { setTimeout } from 'node:timers/promises';
import type { Database } from '#database';

/** Lets jobs that failed run again at once, as if their pauses had passed. */
export async function makeJobsDue(database: Database): Promise<void> {
  await database.query(
    'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_by IS NULL',
  );
}

/**
 * Waits until every transaction that began before now has ended, in every database of the cluster:
 * while one of another test is open, what was just committed still counts as recent.
 */
export async function olderTransactionsEnded(database: Database): Promise<void> {
  const [now] = await database.query<{ xid: string }>('SELECT current_xid()::text AS xid');
  for (;;) {
    const [row] = await database.query<{ ended: boolean }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > $1::bigint AS ended',
      [now?.xid],
    );
    if (row?.ended === true) return;
    await setTimeout(10);
  }
}

/** A point that work reaches and waits at until it is let through. */
export function gate() {
  let letThrough = (): void => undefined;
  let tellReached = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  /** Resolves when someone stands at the gate. */
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  return {
    reached,
    open: () => letThrough(),
    pass: async (): Promise<void> => {
      tellReached();
      await opened;
    },
  };
}
