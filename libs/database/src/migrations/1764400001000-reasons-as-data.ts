import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an import did not accept is kept as data and put into words when it is read. Sentences that are there already
 * stay as they are, in English, until the next import of their network.
 */
export class ReasonsAsData1764400001000 implements MigrationInterface {
  name = 'ReasonsAsData1764400001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE import_reject ALTER COLUMN suggestion DROP NOT NULL,
  ALTER COLUMN "column" TYPE jsonb USING to_jsonb("column"),
  ALTER COLUMN value TYPE jsonb USING CASE value
    WHEN '(not shown)' THEN '{"code":"value.hidden","values":{}}'::jsonb ELSE to_jsonb(value) END,
  ALTER COLUMN reason TYPE jsonb USING to_jsonb(reason),
  ALTER COLUMN suggestion TYPE jsonb USING to_jsonb(nullif(suggestion, ''))`);
  }

  /** The rejects go: the version before has no words for them. Another import brings them back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM import_reject');
    await runner.query(`
ALTER TABLE import_reject ALTER COLUMN "column" TYPE text USING '', ALTER COLUMN value TYPE text USING '',
  ALTER COLUMN reason TYPE text USING '', ALTER COLUMN suggestion TYPE text USING '',
  ALTER COLUMN suggestion SET NOT NULL`);
  }
}
