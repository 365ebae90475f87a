import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links to mediators know where they were sent, and end when mails to her go elsewhere. Those that do not know it end now. */
export class LinksOfAddresses1765300000000 implements MigrationInterface {
  readonly name = 'LinksOfAddresses1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE one_time_link ADD COLUMN sent_to bytea;
DELETE FROM one_time_link WHERE mediator_id IS NOT NULL AND purpose <> 'invitation';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_time_link DROP COLUMN sent_to;');
  }
}
