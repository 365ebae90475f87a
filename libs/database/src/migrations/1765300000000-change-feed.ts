import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those of each clearance were told of changes in the directory. */
export class ChangeFeed1765300000000 implements MigrationInterface {
  readonly name = 'ChangeFeed1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE followed_profile (
  clearance text NOT NULL CONSTRAINT followed_profile_clearance_known CHECK (clearance IN ('PUBLIC', 'VETTED')),
  public_id uuid NOT NULL,
  mediator_id uuid CONSTRAINT followed_profile_mediator REFERENCES mediator ON DELETE SET NULL,
  place bigint NOT NULL,
  since bigint NOT NULL,
  told_at timestamptz NOT NULL,
  digest text,
  CONSTRAINT followed_profile_pkey PRIMARY KEY (clearance, public_id),
  CONSTRAINT followed_profile_place UNIQUE (clearance, place),
  CONSTRAINT followed_profile_places_in_order CHECK (since BETWEEN 1 AND place)
);
CREATE INDEX followed_profile_of_mediator ON followed_profile (mediator_id);

CREATE TABLE feed_batch (
  clearance text NOT NULL CONSTRAINT feed_batch_clearance_known CHECK (clearance IN ('PUBLIC', 'VETTED')),
  last bigint NOT NULL,
  mark uuid NOT NULL DEFAULT gen_random_uuid(),
  told_at timestamptz NOT NULL,
  CONSTRAINT feed_batch_pkey PRIMARY KEY (clearance, last)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_batch, followed_profile');
  }
}
