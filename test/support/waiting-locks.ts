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
