import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction',
     'check-in', 'feedback', 'second-place'`;

/** Questions of curators to a mediator, and links of mails by which she answers without signing in. */
export class MemberQuestions1765000000100 implements MigrationInterface {
  readonly name = 'MemberQuestions1765000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE profile_note ADD COLUMN asks boolean NOT NULL DEFAULT false;
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    (${BEFORE}, 'correction'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM one_time_link WHERE purpose = 'correction';
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN (${BEFORE}));
ALTER TABLE profile_note DROP COLUMN asks;`);
  }
}
