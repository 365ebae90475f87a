import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes that were made under a key, so that a request that is sent again makes them once. */
export class IdempotencyKeys1766200000000 implements MigrationInterface {
  readonly name = 'IdempotencyKeys1766200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE idempotency_key (
  key bytea CONSTRAINT idempotency_key_pkey PRIMARY KEY,
  change_hash bytea NOT NULL,
  request_id uuid NOT NULL,
  subjects uuid[] NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idempotency_key_claimed ON idempotency_key (claimed_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
