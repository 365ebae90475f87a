import { runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { silentJobLogger } from './jobs/job-logger.js';
import { MIGRATIONS } from './migrations/index.js';

/** Any number that no one else uses as an advisory lock: "baraza" on a telephone's keys. */
const MIGRATION_LOCK = 227_292;

/**
 * What the application's own role may do. Given anew when tables have come, ours or the queue's: all
 * that is not listed here stays with the role that migrates.
 */
const GRANTS = `
GRANT USAGE ON SCHEMA public, graphile_worker TO baraza_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO baraza_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO baraza_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, graphile_worker TO baraza_app;
REVOKE INSERT, UPDATE, DELETE ON audit_entry, audit_head, migrations FROM baraza_app;
-- Keys are made by the application and removed by their owner; what was done with contact data is not unsaid,
-- and what was told of a quarter stands.
REVOKE UPDATE, DELETE ON data_key, contact_access, contact_change, exposure_quarter, scarcity_quarter FROM baraza_app;
-- An access is shown to her sooner than it would be; nothing else of it changes.
GRANT UPDATE (withheld_until) ON contact_access TO baraza_app;

-- The queue shuts its tables to all but their owner by row-level security.
DO $$ DECLARE shut record; BEGIN
  FOR shut IN SELECT relname FROM pg_class c WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND polname = 'baraza_app')
  LOOP
    EXECUTE format('CREATE POLICY baraza_app ON graphile_worker.%I TO baraza_app USING (true)', shut.relname);
  END LOOP;
END $$`;

/** A table that the role cannot read yet. Granting writes to the catalogue and empties every session's cache. */
const UNGRANTED = `
SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)
  AND NOT has_table_privilege('baraza_app', oid, 'SELECT') LIMIT 1`;

/**
 * Brings tables, the job queue and rights to this version, as the role that the address names.
 * Processes that start together take turns, so that each migration runs once.
 *
 * @param only the names of the migrations to run, for a backup of an earlier version: all if left out
 */
export async function migrate(url: string, only?: ReadonlySet<string>): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 2 });
  const source = new DataSource({
    type: 'postgres',
    url,
    // While a statement waits for its lock, everybody else waits behind it: after five seconds it fails, and the old version
    // goes on.
    extra: { options: '-c lock_timeout=5s' },
    migrations: MIGRATIONS.filter(({ name }) => only?.has(name) ?? true),
    poolSize: 1,
    logging: false,
  });
  try {
    await source.initialize();
    const client = await pool.connect();
    try {
      await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const ran = await source.runMigrations({ transaction: 'each' });
      await runMigrations({ pgPool: pool, logger: silentJobLogger });
      const { rowCount: ungranted } = await client.query(UNGRANTED);
      if (ran.length > 0 || ungranted) await client.query(GRANTS);
    } finally {
      // Closing the connection gives the lock back whatever happened.
      client.release(true);
    }
  } finally {
    if (source.isInitialized) await source.destroy();
    await pool.end();
  }
}
