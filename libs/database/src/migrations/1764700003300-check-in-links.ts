import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of mails by which a mediator at work says that all is well, without signing in. */
export class CheckInLinks1764700003300 implements MigrationInterface {
  readonly name = 'CheckInLinks1764700003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    ('invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction',
     'check-in'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM one_time_link WHERE purpose = 'check-in';
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    ('invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction'));`);
  }
}
