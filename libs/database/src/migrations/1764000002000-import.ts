import type { MigrationInterface, QueryRunner } from 'typeorm';

/** External ids met in the file that is being imported, to tell a second one without keeping them in memory. */
export class Import1764000002000 implements MigrationInterface {
  name = 'Import1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE UNLOGGED TABLE import_seen (
  network_id uuid NOT NULL,
  external_id text NOT NULL,
  row integer NOT NULL,
  PRIMARY KEY (network_id, external_id)
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_seen');
  }
}
