import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many women taken out of sight at once in an emergency, and what each of them comes back to. */
export class Hiding1765200000000 implements MigrationInterface {
  readonly name = 'Hiding1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE hiding (
  id uuid CONSTRAINT hiding_pkey PRIMARY KEY,
  network_id uuid CONSTRAINT hiding_network REFERENCES network,
  hidden_by text NOT NULL,
  hidden_at timestamptz NOT NULL DEFAULT now(),
  lifted_by text,
  lifted_at timestamptz
);

CREATE TABLE hiding_mediator (
  hiding_id uuid NOT NULL CONSTRAINT hiding_mediator_hiding REFERENCES hiding ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT hiding_mediator_mediator REFERENCES mediator ON DELETE CASCADE,
  state_before text NOT NULL,
  revision integer NOT NULL,
  CONSTRAINT hiding_mediator_pkey PRIMARY KEY (hiding_id, mediator_id)
);
CREATE INDEX hiding_mediator_of ON hiding_mediator (mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hiding_mediator, hiding');
  }
}
