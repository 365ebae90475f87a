import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchanges with other installations: keys, partners, what mediators agreed to, and what was found. */
export class Exchange1765800001000 implements MigrationInterface {
  readonly name = 'Exchange1765800001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE installation_key (
  id uuid CONSTRAINT installation_key_pkey PRIMARY KEY,
  public_key text NOT NULL,
  key_id smallint NOT NULL CONSTRAINT installation_key_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE exchange_partner (
  id uuid CONSTRAINT exchange_partner_pkey PRIMARY KEY,
  name text NOT NULL,
  public_key text NOT NULL,
  most integer NOT NULL,
  telephones boolean NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE UNIQUE INDEX exchange_partner_name ON exchange_partner (name) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX exchange_partner_key ON exchange_partner (public_key) WHERE ended_at IS NULL;

CREATE TABLE exchange_consent (
  id uuid CONSTRAINT exchange_consent_pkey PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT exchange_consent_mediator REFERENCES mediator ON DELETE CASCADE,
  partner_id uuid NOT NULL CONSTRAINT exchange_consent_partner REFERENCES exchange_partner,
  agreed boolean NOT NULL,
  text_version text NOT NULL,
  language text NOT NULL,
  stated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT exchange_consent_language_known CHECK (language IN ('ar', 'en', 'es', 'fr', 'pt', 'sw'))
);
CREATE INDEX exchange_consent_of ON exchange_consent (mediator_id, partner_id);

CREATE TABLE exchange_run (
  id uuid CONSTRAINT exchange_run_pkey PRIMARY KEY,
  partner_id uuid NOT NULL CONSTRAINT exchange_run_partner REFERENCES exchange_partner,
  session text NOT NULL,
  role text NOT NULL,
  begun_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT exchange_run_role_known CHECK (role IN ('first', 'second'))
);
CREATE UNIQUE INDEX exchange_run_session ON exchange_run (session);
CREATE INDEX exchange_run_of ON exchange_run (partner_id);

CREATE TABLE exchange_secret (
  run_id uuid CONSTRAINT exchange_secret_pkey PRIMARY KEY CONSTRAINT exchange_secret_run REFERENCES exchange_run ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  key_id smallint NOT NULL CONSTRAINT exchange_secret_data_key REFERENCES data_key,
  sealed bytea NOT NULL
);

CREATE TABLE exchange_entry (
  run_id uuid NOT NULL CONSTRAINT exchange_entry_secret REFERENCES exchange_secret ON DELETE CASCADE,
  place integer NOT NULL,
  mediator_id uuid NOT NULL CONSTRAINT exchange_entry_mediator REFERENCES mediator ON DELETE CASCADE,
  value_index bytea NOT NULL,
  CONSTRAINT exchange_entry_pkey PRIMARY KEY (run_id, place)
);
CREATE INDEX exchange_entry_mediator_id ON exchange_entry (mediator_id);

CREATE TABLE listed_elsewhere (
  id uuid CONSTRAINT listed_elsewhere_pkey PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT listed_elsewhere_mediator REFERENCES mediator ON DELETE CASCADE,
  partner_id uuid NOT NULL CONSTRAINT listed_elsewhere_partner REFERENCES exchange_partner,
  state text NOT NULL DEFAULT 'open',
  told uuid[] NOT NULL DEFAULT '{}',
  told_as uuid,
  found_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT listed_elsewhere_state_known CHECK (state IN ('open', 'same', 'different', 'cannot-say'))
);
CREATE UNIQUE INDEX listed_elsewhere_once ON listed_elsewhere (mediator_id, partner_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE listed_elsewhere, exchange_entry, exchange_secret, exchange_run, exchange_consent, exchange_partner, installation_key',
    );
  }
}
