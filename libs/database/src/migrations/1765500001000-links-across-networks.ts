import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of two networks that are perhaps of one woman: each network has a suggestion of its own. */
export class LinksAcrossNetworks1765500001000 implements MigrationInterface {
  readonly name = 'LinksAcrossNetworks1765500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE duplicate_pair ADD COLUMN across boolean NOT NULL DEFAULT false;
DROP INDEX duplicate_pair_once;
CREATE UNIQUE INDEX duplicate_pair_once ON duplicate_pair (network_id, across, one_id, other_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM duplicate_pair WHERE across;
DROP INDEX duplicate_pair_once;
CREATE UNIQUE INDEX duplicate_pair_once ON duplicate_pair (network_id, one_id, other_id);
ALTER TABLE duplicate_pair DROP COLUMN across;
`);
  }
}
