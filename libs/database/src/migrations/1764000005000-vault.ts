import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of encryption at rest, contact data sealed with them, and who looked at it and changed it. */
export class Vault1764000005000 implements MigrationInterface {
  name = 'Vault1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE data_key (
  id smallint PRIMARY KEY CONSTRAINT data_key_id_positive CHECK (id > 0),
  purpose text NOT NULL CONSTRAINT data_key_purpose_known CHECK (purpose IN ('seal', 'index')),
  wrapped bytea NOT NULL,
  master_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz
);
COMMENT ON TABLE data_key IS 'Data keys, wrapped by a master key that is not in the database.';
CREATE UNIQUE INDEX data_key_in_force ON data_key (purpose) WHERE retired_at IS NULL;

-- The key that seals now, kept from being removed until the transaction ends. A key that is retired or removed
-- between finding and holding it is looked for again.
CREATE FUNCTION hold_data_key() RETURNS smallint LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held smallint;
BEGIN
  FOR attempt IN 1..100 LOOP
    SELECT id INTO held FROM data_key WHERE purpose = 'seal' AND retired_at IS NULL FOR KEY SHARE;
    IF held IS NOT NULL THEN RETURN held; END IF;
  END LOOP;
  RAISE EXCEPTION 'There is no data key.';
END $$;

-- What was written before the vault was there waits, shut to the application, until the vault is opened: it
-- seals these rows and drops the table.
DROP POLICY contact_opens_for_its_curator ON mediator_contact;
DROP FUNCTION may_open_contact;
ALTER TABLE mediator_contact RENAME TO mediator_contact_clear;
ALTER INDEX mediator_contact_pkey RENAME TO mediator_contact_clear_pkey;
ALTER TABLE mediator_contact_clear RENAME CONSTRAINT mediator_contact_mediator TO mediator_contact_clear_mediator;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM mediator_contact_clear) THEN DROP TABLE mediator_contact_clear; END IF;
END $$;

CREATE TABLE mediator_contact (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT mediator_contact_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid CONSTRAINT mediator_contact_network REFERENCES network,
  key_id smallint NOT NULL CONSTRAINT mediator_contact_key REFERENCES data_key,
  sealed bytea NOT NULL,
  email_index bytea,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mediator_contact_once UNIQUE NULLS NOT DISTINCT (mediator_id, network_id)
);
COMMENT ON TABLE mediator_contact IS 'Contact and security data, sealed: opened by one repository only, in no search document.';
COMMENT ON COLUMN mediator_contact.network_id IS 'Who stated it; null is herself.';
CREATE INDEX mediator_contact_email ON mediator_contact (email_index);

-- Opens for the transaction that says whose curator it is or whose own it is, and for no other.
ALTER TABLE mediator_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_opens_for_its_curator ON mediator_contact TO baraza_app
  USING (network_id::text = current_setting('baraza.curated_network', true));
CREATE POLICY contact_opens_for_herself ON mediator_contact FOR SELECT TO baraza_app
  USING (mediator_id::text = current_setting('baraza.own_mediator', true));
CREATE POLICY contact_is_stated_by_herself ON mediator_contact TO baraza_app
  USING (network_id IS NULL AND mediator_id::text = current_setting('baraza.own_mediator', true));

-- Whose address has this blind index: tells ids, and only to who holds the key that made the index.
CREATE FUNCTION mediators_by_email(wanted bytea) RETURNS SETOF uuid LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT DISTINCT mediator_id FROM mediator_contact WHERE email_index = wanted $$;
REVOKE EXECUTE ON FUNCTION hold_data_key, mediators_by_email FROM PUBLIC;

CREATE TABLE contact_access (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT contact_access_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid NOT NULL CONSTRAINT contact_access_network REFERENCES network,
  viewer text NOT NULL,
  purpose text NOT NULL CONSTRAINT contact_access_purpose_known
    CHECK (purpose IN ('CONTACT_FOR_REQUEST', 'VERIFY_IDENTITY', 'SECURITY', 'CORRECTION')),
  key_id smallint NOT NULL CONSTRAINT contact_access_key REFERENCES data_key,
  reason bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX contact_access_of_mediator ON contact_access (mediator_id);

CREATE TABLE contact_change (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT contact_change_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid CONSTRAINT contact_change_network REFERENCES network,
  fields text[] NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX contact_change_of_mediator ON contact_change (mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE contact_change, contact_access, mediator_contact;
DROP TABLE IF EXISTS mediator_contact_clear;
DROP FUNCTION mediators_by_email, hold_data_key;
DROP TABLE data_key;
CREATE TABLE mediator_contact (
  mediator_id uuid PRIMARY KEY CONSTRAINT mediator_contact_mediator REFERENCES mediator ON DELETE CASCADE,
  email text,
  telephone text,
  postal_address text,
  emergency_contact text,
  security_notes text,
  date_of_birth date
);
COMMENT ON TABLE mediator_contact IS 'Contact and security data: read by one repository only, in no search document.';
CREATE FUNCTION may_open_contact(mediator uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = mediator
       AND a.network_id::text = current_setting('baraza.curated_network', true)) $$;
ALTER TABLE mediator_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_opens_for_its_curator ON mediator_contact TO baraza_app
  USING (may_open_contact(mediator_id)) WITH CHECK (may_open_contact(mediator_id));
`);
  }
}
