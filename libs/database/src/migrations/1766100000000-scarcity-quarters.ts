import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the directory lacks is counted once for each quarter, and never again. */
export class ScarcityQuarters1766100000000 implements MigrationInterface {
  readonly name = 'ScarcityQuarters1766100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE scarcity_quarter (
  first_day date PRIMARY KEY,
  numbers jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE scarcity_quarter');
  }
}
