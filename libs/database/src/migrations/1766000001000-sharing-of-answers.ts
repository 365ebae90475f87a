import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answer to a comment is for those with whom the report was shared when the answer was written. */
export class SharingOfAnswers1766000001000 implements MigrationInterface {
  readonly name = 'SharingOfAnswers1766000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE wps_report_comment ADD COLUMN answer_sharing text NOT NULL DEFAULT 'own'
  CONSTRAINT wps_report_comment_answer_sharing_known CHECK (answer_sharing IN ('own', 'region', 'network', 'public'));
-- Answers of before were read as far as their comments.
UPDATE wps_report_comment SET answer_sharing = sharing WHERE answer IS NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wps_report_comment DROP COLUMN answer_sharing');
  }
}
