import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where programs are told that something changed, and what came of it. */
export class Webhooks1765300003000 implements MigrationInterface {
  readonly name = 'Webhooks1765300003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE webhook (
  id uuid CONSTRAINT webhook_pkey PRIMARY KEY,
  service_account_id uuid NOT NULL CONSTRAINT webhook_account REFERENCES service_account ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'active' CONSTRAINT webhook_state_known CHECK (state IN ('active', 'paused', 'disabled')),
  key_id smallint NOT NULL CONSTRAINT webhook_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  failing_since timestamptz
);
CREATE INDEX webhook_of_account ON webhook (service_account_id);

CREATE TABLE webhook_delivery (
  id uuid CONSTRAINT webhook_delivery_pkey PRIMARY KEY,
  webhook_id uuid NOT NULL CONSTRAINT webhook_delivery_webhook REFERENCES webhook ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT webhook_delivery_kind_known CHECK (kind IN ('changes', 'test')),
  told_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting'
    CONSTRAINT webhook_delivery_state_known CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts smallint NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  status smallint,
  problem text CONSTRAINT webhook_delivery_problem_known
    CHECK (problem IS NULL OR problem IN ('address', 'unreachable', 'timeout')),
  ended_at timestamptz,
  CONSTRAINT webhook_delivery_ended CHECK ((state = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_id);
CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) WHERE state = 'waiting';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery, webhook');
  }
}
