import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Peace processes and the needs organizers have in them. */
export class Engagement1764000003000 implements MigrationInterface {
  name = 'Engagement1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE peace_process (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT peace_process_slug_unique UNIQUE,
  name text NOT NULL,
  territories text[] NOT NULL,
  parties text NOT NULL,
  lead text NOT NULL,
  type text NOT NULL CONSTRAINT peace_process_type_known
    CHECK (type IN ('ceasefire', 'comprehensive', 'local', 'election-related', 'implementation')),
  phase text NOT NULL CONSTRAINT peace_process_phase_known
    CHECK (phase IN ('prevention', 'pre-negotiation', 'negotiation', 'agreement', 'implementation', 'post-conflict')),
  year_from smallint NOT NULL,
  year_to smallint,
  themes text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  CONSTRAINT peace_process_years_in_order CHECK (year_to >= year_from)
);

CREATE TABLE need (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT need_slug_unique UNIQUE,
  title text NOT NULL,
  brief text NOT NULL DEFAULT '',
  peace_process_id uuid CONSTRAINT need_peace_process REFERENCES peace_process,
  confidentiality text NOT NULL DEFAULT 'restricted' CONSTRAINT need_confidentiality_known
    CHECK (confidentiality IN ('public', 'restricted')),
  state text NOT NULL DEFAULT 'draft' CONSTRAINT need_state_known
    CHECK (state IN ('draft', 'open', 'shortlisting', 'filled', 'cancelled')),
  criteria jsonb NOT NULL,
  fictional boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE need, peace_process');
  }
}
