import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a database was restored, and what was done after the backup has not been repeated. */
export class PendingReplay1765400002000 implements MigrationInterface {
  readonly name = 'PendingReplay1765400002000';

  async up(runner: QueryRunner): Promise<void> {
    // A restore into an empty database may have made it before.
    await runner.query(`
CREATE TABLE IF NOT EXISTS pending_replay (
  made_at timestamptz CONSTRAINT pending_replay_pkey PRIMARY KEY,
  restored_at timestamptz NOT NULL DEFAULT now(),
  head_number bigint NOT NULL,
  head_hash text NOT NULL
);
REVOKE ALL ON pending_replay FROM baraza_app;
GRANT SELECT ON pending_replay TO baraza_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pending_replay;');
  }
}
