import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A word about two records counts while she is called what she was called when she gave it. */
export class ToldAs1765700003000 implements MigrationInterface {
  readonly name = 'ToldAs1765700003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duplicate_pair ADD COLUMN told_as uuid;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duplicate_pair DROP COLUMN told_as;');
  }
}
