import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accesses to contact data of which a mediator is told once she has been heard of. */
export class WithheldAccesses1764700003500 implements MigrationInterface {
  readonly name = 'WithheldAccesses1764700003500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact_access ADD COLUMN withheld_until timestamptz;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact_access DROP COLUMN withheld_until;');
  }
}
