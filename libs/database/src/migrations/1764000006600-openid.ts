import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in services of organizations, and who of them has an account here. */
export class Openid1764000006600 implements MigrationInterface {
  name = 'Openid1764000006600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE openid_provider (
  organization_id uuid PRIMARY KEY
    CONSTRAINT openid_provider_organization REFERENCES organization ON DELETE CASCADE,
  issuer text NOT NULL,
  client_id text NOT NULL,
  key_id smallint NOT NULL CONSTRAINT openid_provider_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  domains text[] NOT NULL CONSTRAINT openid_provider_domains_some CHECK (cardinality(domains) > 0),
  claims jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN openid_provider.sealed IS 'The client secret.';

CREATE TABLE openid_identity (
  subject_index bytea PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT openid_identity_account REFERENCES account ON DELETE CASCADE
);
COMMENT ON COLUMN openid_identity.subject_index IS 'Blind index of issuer and subject.';
CREATE INDEX openid_identity_of_account ON openid_identity (account_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE openid_identity, openid_provider');
  }
}
