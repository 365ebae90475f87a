import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statistics of exposure are made once for each quarter, and never again. */
export class ExposureQuarters1764100008000 implements MigrationInterface {
  name = 'ExposureQuarters1764100008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE exposure_quarter (
  first_day date PRIMARY KEY,
  numbers jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exposure_quarter');
  }
}
