import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comment is for those with whom the report was shared when it was written. */
export class SharingOfComments1765700002000 implements MigrationInterface {
  readonly name = 'SharingOfComments1765700002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE wps_report_comment ADD COLUMN sharing text NOT NULL DEFAULT 'own'
  CONSTRAINT wps_report_comment_sharing_known CHECK (sharing IN ('own', 'region', 'network', 'public'));
UPDATE wps_report_comment c SET sharing = r.sharing FROM wps_report r WHERE r.id = c.report_id;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wps_report_comment DROP COLUMN sharing');
  }
}
