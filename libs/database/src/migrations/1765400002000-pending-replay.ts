import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MAKE_PENDING_REPLAY } from '../backup/pending-replay.js';

/** That a database was restored, and what was done after the backup has not been repeated. */
export class PendingReplay1765400002000 implements MigrationInterface {
  readonly name = 'PendingReplay1765400002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${MAKE_PENDING_REPLAY}; REVOKE ALL ON pending_replay FROM baraza_app; GRANT SELECT ON pending_replay TO baraza_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pending_replay;');
  }
}
