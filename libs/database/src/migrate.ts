import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { silentJobLogger } from './jobs/job-logger.js';

/** Any number that no one else uses as an advisory lock: "baraza" on a telephone's keys. */
const MIGRATION_LOCK = 227_292;

/**
 * Brings tables and the job queue to this version. Processes that start together take turns, so that
 * each migration runs once.
 */
export async function migrate(source: DataSource, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
    await runMigrations({ pgPool: pool, logger: silentJobLogger });
  } finally {
    // Closing the connection gives the lock back whatever happened.
    client.release(true);
  }
}
