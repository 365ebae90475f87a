import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction',
     'check-in'`;

/** Links of mails by which a mediator gives feedback, or answers for a second place, without signing in. */
export class LookBackLinks1764700003600 implements MigrationInterface {
  readonly name = 'LookBackLinks1764700003600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    (${BEFORE}, 'feedback', 'second-place'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM one_time_link WHERE purpose IN ('feedback', 'second-place');
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN (${BEFORE}));`);
  }
}
