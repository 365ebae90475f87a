import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever refers to a mediator is found by an index: erasing one read all consents of all. */
export class RowsOfMediators1765700000000 implements MigrationInterface {
  readonly name = 'RowsOfMediators1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX consent_mediator ON consent (mediator_id);
CREATE INDEX audience_consent_mediator ON audience_consent (mediator_id);
CREATE INDEX invitation_mediator ON invitation (mediator_id) WHERE mediator_id IS NOT NULL;
CREATE INDEX profile_merge_other ON profile_merge (other_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX consent_mediator, audience_consent_mediator, invitation_mediator, profile_merge_other;',
    );
  }
}
