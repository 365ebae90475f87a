import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of how long things take and how often they succeed are made once for each quarter, and never again. */
export class Metrics1764700003000 implements MigrationInterface {
  name = 'Metrics1764700003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE metric_quarter (
  first_day date CONSTRAINT metric_quarter_pkey PRIMARY KEY,
  numbers jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE metric_quarter');
  }
}
