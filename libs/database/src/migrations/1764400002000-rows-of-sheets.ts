import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import may read several sheets: a row is known by its sheet and its number. */
export class RowsOfSheets1764400002000 implements MigrationInterface {
  name = 'RowsOfSheets1764400002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_reject ADD COLUMN sheet text');
    await runner.query(`ALTER TABLE import_seen ADD COLUMN sheet text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_seen DROP COLUMN sheet');
    await runner.query('ALTER TABLE import_reject DROP COLUMN sheet');
  }
}
