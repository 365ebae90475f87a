import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Peace processes that no new need is to belong to. */
export class ArchivedProcesses1764700000120 implements MigrationInterface {
  name = 'ArchivedProcesses1764700000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE peace_process ADD COLUMN archived_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE peace_process DROP COLUMN archived_at');
  }
}
