import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people arrange their work: views that they saved, what they took on in an inbox, and what they put off. */
export class Working1765000000000 implements MigrationInterface {
  readonly name = 'Working1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE saved_view (
  id uuid CONSTRAINT saved_view_pkey PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT saved_view_account REFERENCES account ON DELETE CASCADE,
  screen text NOT NULL CONSTRAINT saved_view_screen_form CHECK (screen ~ '^[a-z0-9-]{1,60}$'),
  key_id smallint NOT NULL CONSTRAINT saved_view_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX saved_view_of_account ON saved_view (account_id, screen, id);

CREATE TABLE inbox_owner (
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  side_id uuid NOT NULL,
  account_id uuid NOT NULL CONSTRAINT inbox_owner_account REFERENCES account ON DELETE CASCADE,
  assigned_by text NOT NULL,
  assigned_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_owner_pkey PRIMARY KEY (kind, subject_id, side_id)
);
CREATE INDEX inbox_owner_of_account ON inbox_owner (account_id);

CREATE TABLE inbox_snooze (
  account_id uuid NOT NULL CONSTRAINT inbox_snooze_account REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  side_id uuid NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT inbox_snooze_pkey PRIMARY KEY (account_id, kind, subject_id, side_id)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_snooze, inbox_owner, saved_view');
  }
}
