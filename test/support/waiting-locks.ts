import { setTimeout } from 'node:timers/promises';
import type { TestDatabase } from './database.js';

/**
 * Waits until so many statements of this database stand before a lock that another holds. `pg_locks` would also tell of
 * those of other tests, which have databases of their own in the same server. Only the owner of a database sees what
 * others wait for.
 */
export async function waitingForLocks(
  { asOwner }: Pick<TestDatabase, 'asOwner'>,
  count = 1,
): Promise<void> {
  const sql = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await asOwner(sql)).length < count) await setTimeout(10);
}

/** Breaks the connection that holds the lock of this name (`Database.exclusively`); others of its process stay. */
export async function breakLock(
  { asOwner }: Pick<TestDatabase, 'asOwner'>,
  name: string,
): Promise<void> {
  const ended = await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
     WHERE locktype = 'advisory' AND datname = current_database() AND granted
       AND (classid::bigint << 32) | objid::bigint = hashtextextended('${name}', 0)`,
  );
  if (ended.length !== 1) throw new Error(`Nobody holds the lock ${name}.`);
}
