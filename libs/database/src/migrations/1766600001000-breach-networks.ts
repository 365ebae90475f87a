import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data that came into wrong hands with the whole lists of networks. */
export class BreachNetworks1766600001000 implements MigrationInterface {
  readonly name = 'BreachNetworks1766600001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE breach ADD COLUMN network_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE breach DROP COLUMN network_ids');
  }
}
