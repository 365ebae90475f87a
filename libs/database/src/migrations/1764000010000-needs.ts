import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs and peace processes belong to organizations; shortlists are made from needs, and judged. */
export class Needs1764000010000 implements MigrationInterface {
  name = 'Needs1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE peace_process
  ADD COLUMN organization_id uuid CONSTRAINT peace_process_organization REFERENCES organization;

ALTER TABLE need
  ADD COLUMN organization_id uuid CONSTRAINT need_organization REFERENCES organization,
  ADD COLUMN created_by text,
  ADD COLUMN wanted smallint NOT NULL DEFAULT 1 CONSTRAINT need_wanted_range CHECK (wanted BETWEEN 1 AND 100),
  ADD COLUMN work_language text,
  ADD COLUMN place text,
  ADD COLUMN preset text,
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX need_of_organization ON need (organization_id);

CREATE TABLE shortlist (
  id uuid PRIMARY KEY,
  need_id uuid NOT NULL CONSTRAINT shortlist_need REFERENCES need ON DELETE CASCADE,
  title text NOT NULL,
  state text NOT NULL DEFAULT 'open' CONSTRAINT shortlist_state_known CHECK (state IN ('open', 'sent', 'closed')),
  revision integer NOT NULL DEFAULT 1,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  closed_at timestamptz,
  CONSTRAINT shortlist_times_of_state CHECK ((state <> 'sent' OR sent_at IS NOT NULL)
    AND (state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX shortlist_of_need ON shortlist (need_id);

-- What the ranking said when she was chosen, frozen. It names nobody: her id is in the row and nowhere else.
CREATE TABLE shortlist_entry (
  id uuid PRIMARY KEY,
  shortlist_id uuid NOT NULL CONSTRAINT shortlist_entry_shortlist REFERENCES shortlist ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT shortlist_entry_mediator REFERENCES mediator ON DELETE CASCADE,
  rank integer NOT NULL CONSTRAINT shortlist_entry_rank_positive CHECK (rank > 0),
  score integer NOT NULL CONSTRAINT shortlist_entry_score_range CHECK (score BETWEEN 0 AND 1000000),
  total bigint NOT NULL,
  model_version smallint NOT NULL,
  considered integer NOT NULL,
  eligible integer NOT NULL,
  contributions jsonb NOT NULL,
  asked jsonb NOT NULL,
  key_id smallint CONSTRAINT shortlist_entry_data_key REFERENCES data_key,
  note bytea,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT shortlist_entry_once UNIQUE (shortlist_id, mediator_id),
  CONSTRAINT shortlist_entry_note_sealed CHECK ((note IS NULL) = (key_id IS NULL))
);
CREATE INDEX shortlist_entry_of_mediator ON shortlist_entry (mediator_id);

-- The latest of an entry is in force; those before it are its history.
CREATE TABLE shortlist_feedback (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL CONSTRAINT shortlist_feedback_entry REFERENCES shortlist_entry ON DELETE CASCADE,
  verdict text NOT NULL CONSTRAINT shortlist_feedback_verdict_known CHECK (verdict IN ('kept', 'dropped')),
  reasons text[] NOT NULL,
  key_id smallint CONSTRAINT shortlist_feedback_data_key REFERENCES data_key,
  note bytea,
  given_by text NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT shortlist_feedback_note_sealed CHECK ((note IS NULL) = (key_id IS NULL))
);
CREATE INDEX shortlist_feedback_of_entry ON shortlist_feedback (entry_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE shortlist_feedback, shortlist_entry, shortlist;
DROP INDEX need_of_organization;
ALTER TABLE need DROP COLUMN organization_id, DROP COLUMN created_by, DROP COLUMN wanted, DROP COLUMN work_language,
  DROP COLUMN place, DROP COLUMN preset, DROP COLUMN revision, DROP COLUMN updated_at;
ALTER TABLE peace_process DROP COLUMN organization_id;
`);
  }
}
