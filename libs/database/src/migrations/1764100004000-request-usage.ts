import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What clients and accounts have asked for lately, told by every process. Subjects are keyed hashes. After a
 * crash the tables are empty: nothing but a minute's counts is lost, and nothing is written twice.
 */
export class RequestUsage1764100004000 implements MigrationInterface {
  name = 'RequestUsage1764100004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE UNLOGGED TABLE request_usage (
  subject bytea NOT NULL,
  kind text NOT NULL CONSTRAINT request_usage_kind_known CHECK (kind IN ('cost', 'profiles')),
  until timestamptz NOT NULL,
  used bigint NOT NULL,
  CONSTRAINT request_usage_pkey PRIMARY KEY (subject, kind, until)
);
CREATE INDEX request_usage_until ON request_usage (until);

CREATE UNLOGGED TABLE request_running (
  subject bytea NOT NULL,
  process uuid NOT NULL,
  running integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT request_running_pkey PRIMARY KEY (subject, process)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE request_running, request_usage');
  }
}
