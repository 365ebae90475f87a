import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks' calls for new members, and what women wrote who apply to them, sealed. */
export class Applications1764500000000 implements MigrationInterface {
  name = 'Applications1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE membership_call (
  id uuid PRIMARY KEY,
  network_id uuid NOT NULL CONSTRAINT membership_call_network REFERENCES network,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT membership_call_state_known CHECK (state IN ('draft', 'open', 'closed')),
  titles jsonb NOT NULL,
  criteria jsonb NOT NULL,
  languages text[] NOT NULL CONSTRAINT membership_call_languages_known
    CHECK (languages <@ ARRAY['ar', 'en', 'es', 'fr', 'pt', 'sw'])
    CONSTRAINT membership_call_languages_some CHECK (cardinality(languages) > 0),
  opens_on date NOT NULL,
  closes_on date,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT membership_call_days_in_order CHECK (closes_on >= opens_on)
);
CREATE INDEX membership_call_of_network ON membership_call (network_id, id);

CREATE TABLE membership_application (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL CONSTRAINT membership_application_call REFERENCES membership_call,
  state text NOT NULL DEFAULT 'unconfirmed' CONSTRAINT membership_application_state_known
    CHECK (state IN ('unconfirmed', 'submitted', 'accepted', 'declined', 'withdrawn')),
  locale text NOT NULL CONSTRAINT membership_application_locale_known
    CHECK (locale IN ('ar', 'en', 'es', 'fr', 'pt', 'sw')),
  token_hash bytea NOT NULL CONSTRAINT membership_application_token_unique UNIQUE,
  email_index bytea,
  key_id smallint CONSTRAINT membership_application_key REFERENCES data_key,
  sealed bytea,
  reason text CONSTRAINT membership_application_reason_known
    CHECK (reason IN ('criteria', 'incomplete', 'capacity', 'already-listed', 'other')),
  mediator_id uuid CONSTRAINT membership_application_mediator REFERENCES mediator ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT membership_application_confirmed_whole CHECK ((state = 'unconfirmed') = (confirmed_at IS NULL)),
  CONSTRAINT membership_application_answered_whole
    CHECK ((state IN ('unconfirmed', 'submitted')) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
      AND (state = 'declined') = (reason IS NOT NULL)),
  CONSTRAINT membership_application_sealed_whole CHECK ((key_id IS NULL) = (sealed IS NULL))
);
CREATE INDEX membership_application_of_address ON membership_application (call_id, email_index);
CREATE UNIQUE INDEX membership_application_once ON membership_application (call_id, email_index)
  WHERE state IN ('submitted', 'accepted');
CREATE INDEX membership_application_of_mediator ON membership_application (mediator_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE membership_application, membership_call');
  }
}
