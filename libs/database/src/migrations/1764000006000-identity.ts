import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and all that people and programs sign in with. Addresses and secrets are sealed or hashed. */
export class Identity1764000006000 implements MigrationInterface {
  name = 'Identity1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE organization (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT organization_name_length CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CONSTRAINT organization_kind_known
    CHECK (kind IN ('state', 'un-entity', 'au', 'rec', 'osce', 'eu', 'nato', 'civil-society', 'other')),
  country text CONSTRAINT organization_country_form CHECK (country ~ '^[A-Z]{2}$'),
  state text NOT NULL DEFAULT 'pending' CONSTRAINT organization_state_known
    CHECK (state IN ('pending', 'verified', 'suspended')),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  key_id smallint NOT NULL CONSTRAINT account_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  email_index bytea NOT NULL CONSTRAINT account_email_unique UNIQUE,
  locale text NOT NULL DEFAULT 'en' CONSTRAINT account_locale_form CHECK (locale ~ '^[a-z]{2}$'),
  state text NOT NULL DEFAULT 'active' CONSTRAINT account_state_known CHECK (state IN ('active', 'suspended')),
  mediator_id uuid CONSTRAINT account_mediator_unique UNIQUE
    CONSTRAINT account_mediator REFERENCES mediator ON DELETE CASCADE,
  organization_id uuid CONSTRAINT account_organization REFERENCES organization,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_of_organization ON account (organization_id);

CREATE TABLE account_role (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT account_role_account REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CONSTRAINT account_role_known
    CHECK (role IN ('administrator', 'coordinator', 'organizer', 'mediator', 'focal-point')),
  network_id uuid CONSTRAINT account_role_network REFERENCES network,
  CONSTRAINT account_role_once UNIQUE NULLS NOT DISTINCT (account_id, role, network_id),
  CONSTRAINT account_role_network_of_coordinators CHECK ((role = 'coordinator') = (network_id IS NOT NULL))
);

CREATE TABLE account_password (
  account_id uuid PRIMARY KEY CONSTRAINT account_password_account REFERENCES account ON DELETE CASCADE,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE account_totp (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT account_totp_account REFERENCES account ON DELETE CASCADE,
  key_id smallint NOT NULL CONSTRAINT account_totp_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  confirmed boolean NOT NULL DEFAULT false,
  last_step integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_totp_once UNIQUE (account_id, confirmed)
);

CREATE TABLE recovery_code (
  account_id uuid NOT NULL CONSTRAINT recovery_code_account REFERENCES account ON DELETE CASCADE,
  hash bytea NOT NULL,
  PRIMARY KEY (account_id, hash)
);

CREATE TABLE one_time_link (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT one_time_link_token_unique UNIQUE,
  purpose text NOT NULL CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    ('invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile')),
  account_id uuid CONSTRAINT one_time_link_account REFERENCES account ON DELETE CASCADE,
  mediator_id uuid CONSTRAINT one_time_link_mediator REFERENCES mediator ON DELETE CASCADE,
  data jsonb NOT NULL DEFAULT '{}',
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_link_of_account ON one_time_link (account_id);
CREATE INDEX one_time_link_of_mediator ON one_time_link (mediator_id);
CREATE INDEX one_time_link_expires ON one_time_link (expires_at);

-- A link that somebody asked for: whether the address is anybody's is looked up by a job, not while she waits.
CREATE TABLE link_request (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CONSTRAINT link_request_purpose_known CHECK (purpose IN ('password-reset', 'sign-in')),
  email_index bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE registration (
  id uuid PRIMARY KEY,
  key_id smallint NOT NULL CONSTRAINT registration_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  email_index bytea NOT NULL,
  locale text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  key_id smallint NOT NULL CONSTRAINT invitation_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  email_index bytea NOT NULL,
  locale text NOT NULL,
  role text NOT NULL CONSTRAINT invitation_role_known
    CHECK (role IN ('administrator', 'coordinator', 'organizer', 'mediator', 'focal-point')),
  network_id uuid CONSTRAINT invitation_network REFERENCES network,
  mediator_id uuid CONSTRAINT invitation_mediator REFERENCES mediator ON DELETE CASCADE,
  organization_id uuid CONSTRAINT invitation_organization REFERENCES organization,
  invited_by text NOT NULL,
  state text NOT NULL DEFAULT 'open' CONSTRAINT invitation_state_known CHECK (state IN ('open', 'accepted', 'revoked')),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT invitation_role_whole CHECK (
    (role IN ('coordinator', 'mediator')) = (network_id IS NOT NULL)
    AND (role = 'mediator') = (mediator_id IS NOT NULL)
    AND (role IN ('organizer', 'focal-point')) = (organization_id IS NOT NULL))
);
CREATE INDEX invitation_of_network ON invitation (network_id);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT session_account REFERENCES account ON DELETE CASCADE,
  device text NOT NULL,
  second_factor boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX session_of_account ON session (account_id);

CREATE TABLE refresh_token (
  hash bytea PRIMARY KEY,
  session_id uuid NOT NULL CONSTRAINT refresh_token_session REFERENCES session ON DELETE CASCADE,
  used_at timestamptz
);
CREATE INDEX refresh_token_of_session ON refresh_token (session_id);

CREATE TABLE signing_key (
  id uuid PRIMARY KEY,
  key_id smallint NOT NULL CONSTRAINT signing_key_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  public_jwk jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Null while it signs.
  accepted_until timestamptz
);
CREATE UNIQUE INDEX signing_key_in_force ON signing_key ((accepted_until IS NULL)) WHERE accepted_until IS NULL;

-- Tries of passwords, codes and links, by keyed hash of whom or from where.
CREATE TABLE attempt (
  id uuid PRIMARY KEY,
  subject bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attempt_subject ON attempt (subject, at);
CREATE INDEX attempt_at ON attempt (at);

CREATE TABLE service_account (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT service_account_name_length CHECK (length(name) BETWEEN 1 AND 200),
  token_hash bytea NOT NULL CONSTRAINT service_account_token_unique UNIQUE,
  scopes text[] NOT NULL CONSTRAINT service_account_scopes_known
    CHECK (scopes <@ ARRAY['directory.read', 'profiles.read', 'profiles.write']),
  network_ids uuid[] NOT NULL DEFAULT '{}',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_on date,
  revoked_at timestamptz
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE service_account, attempt, signing_key, refresh_token, session, invitation, registration, link_request,
  one_time_link, recovery_code, account_totp, account_password, account_role, account, organization;
`);
  }
}
