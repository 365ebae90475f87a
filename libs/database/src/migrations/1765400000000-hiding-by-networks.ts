import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coordinators hide women of their own networks too; each hiding says why. */
export class HidingByNetworks1765400000000 implements MigrationInterface {
  readonly name = 'HidingByNetworks1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE hiding
  ADD COLUMN one_by_one boolean NOT NULL DEFAULT false,
  ADD COLUMN by_coordinator boolean NOT NULL DEFAULT false,
  ADD COLUMN reason text NOT NULL DEFAULT 'other';
ALTER TABLE hiding ADD CONSTRAINT hiding_reason_known
  CHECK (reason IN ('list-leaked', 'misused-account', 'threat', 'request', 'drill', 'other'));
UPDATE hiding SET one_by_one = true WHERE network_id IS NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE hiding DROP COLUMN one_by_one, DROP COLUMN by_coordinator, DROP COLUMN reason',
    );
  }
}
