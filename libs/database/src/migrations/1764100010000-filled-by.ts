import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With whom a need was filled is kept on the shortlist entry of hers; of older needs nobody knows. */
export class FilledBy1764100010000 implements MigrationInterface {
  name = 'FilledBy1764100010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE shortlist_entry ADD COLUMN filled boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shortlist_entry DROP COLUMN filled');
  }
}
