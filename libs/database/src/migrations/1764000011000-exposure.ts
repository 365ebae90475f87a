import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was shown and shortlisted for which need, and at which rank. */
export class Exposure1764000011000 implements MigrationInterface {
  name = 'Exposure1764000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE exposure (
  need_id uuid NOT NULL CONSTRAINT exposure_need REFERENCES need ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT exposure_mediator REFERENCES mediator ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT exposure_kind_known CHECK (kind IN ('shown', 'shortlisted')),
  rank integer NOT NULL CONSTRAINT exposure_rank_positive CHECK (rank > 0),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (need_id, mediator_id, kind)
);
CREATE INDEX exposure_of_mediator ON exposure (mediator_id);
CREATE INDEX exposure_at ON exposure (at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exposure');
  }
}
