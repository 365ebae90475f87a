import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks, mediators and what is known of them. */
export class Directory1764000000000 implements MigrationInterface {
  name = 'Directory1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Number of the running transaction, which never wraps around (xid8), as a plain bigint.
CREATE FUNCTION current_xid() RETURNS bigint LANGUAGE sql AS 'SELECT pg_current_xact_id()::text::bigint';

CREATE TABLE network (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT network_slug_unique UNIQUE
    CONSTRAINT network_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 64),
  names jsonb NOT NULL CONSTRAINT network_names_english CHECK (names ? 'en'),
  descriptions jsonb NOT NULL DEFAULT '{}',
  admission_criteria jsonb NOT NULL DEFAULT '{}',
  territories text[] NOT NULL DEFAULT '{}',
  website text,
  parent_id uuid CONSTRAINT network_parent REFERENCES network,
  fictional boolean NOT NULL DEFAULT false,
  archived_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT network_not_its_own_parent CHECK (parent_id <> id)
);

CREATE TABLE mediator (
  id uuid PRIMARY KEY,
  state text NOT NULL CONSTRAINT mediator_state_known CHECK
    (state IN ('draft', 'submitted', 'verified', 'published', 'stale', 'suspended', 'withdrawn')),
  full_name text NOT NULL CONSTRAINT mediator_full_name_length CHECK (length(full_name) BETWEEN 1 AND 200),
  display_name text NOT NULL CONSTRAINT mediator_display_name_length CHECK (length(display_name) BETWEEN 1 AND 200),
  name_variants text[] NOT NULL DEFAULT '{}',
  code_name text CONSTRAINT mediator_code_name_length CHECK (length(code_name) BETWEEN 1 AND 100),
  pseudonymous boolean NOT NULL DEFAULT false,
  nationalities text[] NOT NULL DEFAULT '{}',
  residence text CONSTRAINT mediator_residence_form CHECK (residence ~ '^[A-Z]{2}$'),
  birth_year smallint CONSTRAINT mediator_birth_year_range CHECK (birth_year BETWEEN 1900 AND 2100),
  years smallint NOT NULL DEFAULT 0 CONSTRAINT mediator_years_range CHECK (years BETWEEN 0 AND 80),
  tracks text[] NOT NULL DEFAULT '{}' CONSTRAINT mediator_tracks_known CHECK (tracks <@ ARRAY['1', '1.5', '2', '3']),
  roles text[] NOT NULL DEFAULT '{}',
  supports text[] NOT NULL DEFAULT '{}',
  availability_band text NOT NULL DEFAULT 'available' CONSTRAINT mediator_availability_known
    CHECK (availability_band IN ('available', 'limited', 'unavailable')),
  available datemultirange NOT NULL DEFAULT '{(,)}',
  notice_days smallint CONSTRAINT mediator_notice_range CHECK (notice_days BETWEEN 0 AND 3650),
  working_mode text CONSTRAINT mediator_working_mode_known CHECK (working_mode IN ('in-person', 'remote', 'both')),
  biography jsonb NOT NULL DEFAULT '{}',
  education text,
  publications text,
  training text,
  ruled_out text[] NOT NULL DEFAULT '{}',
  confirmed_on date,
  audience jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  changed_xid bigint NOT NULL DEFAULT current_xid(),
  CONSTRAINT mediator_pseudonym_has_code_name CHECK (NOT pseudonymous OR code_name IS NOT NULL)
);
CREATE INDEX mediator_changed_xid ON mediator (changed_xid);

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

CREATE TABLE affiliation (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT affiliation_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid NOT NULL CONSTRAINT affiliation_network REFERENCES network,
  external_id text NOT NULL CONSTRAINT affiliation_external_id_length CHECK (length(external_id) BETWEEN 1 AND 200),
  role text NOT NULL DEFAULT 'member' CONSTRAINT affiliation_role_known
    CHECK (role IN ('member', 'mentor', 'young-member')),
  status text NOT NULL DEFAULT 'verified' CONSTRAINT affiliation_status_known
    CHECK (status IN ('proposed', 'verified', 'ended')),
  since date,
  until date,
  verified_by text,
  verified_on date,
  asserted_digest text,
  CONSTRAINT affiliation_external_id_unique UNIQUE (network_id, external_id),
  CONSTRAINT affiliation_once UNIQUE (mediator_id, network_id),
  CONSTRAINT affiliation_dates_in_order CHECK (until >= since)
);

CREATE TABLE mediator_language (
  mediator_id uuid NOT NULL CONSTRAINT mediator_language_mediator REFERENCES mediator ON DELETE CASCADE,
  language text NOT NULL CONSTRAINT mediator_language_form CHECK (language ~ '^[a-z]{2,3}$'),
  level text NOT NULL CONSTRAINT mediator_language_level_known
    CHECK (level IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'signed')),
  PRIMARY KEY (mediator_id, language)
);

CREATE TABLE mediator_territory (
  mediator_id uuid NOT NULL CONSTRAINT mediator_territory_mediator REFERENCES mediator ON DELETE CASCADE,
  territory text NOT NULL CONSTRAINT mediator_territory_form CHECK (territory ~ '^[A-Z]{2}$'),
  PRIMARY KEY (mediator_id, territory)
);

CREATE TABLE mediator_expertise (
  mediator_id uuid NOT NULL CONSTRAINT mediator_expertise_mediator REFERENCES mediator ON DELETE CASCADE,
  expertise text NOT NULL CONSTRAINT mediator_expertise_form CHECK (expertise ~ '^[a-z]+(\\.[a-z0-9-]+)?$'),
  level smallint NOT NULL CONSTRAINT mediator_expertise_level_range CHECK (level BETWEEN 1 AND 3),
  PRIMARY KEY (mediator_id, expertise)
);

CREATE TABLE experience (
  mediator_id uuid NOT NULL CONSTRAINT experience_mediator REFERENCES mediator ON DELETE CASCADE,
  ordinal smallint NOT NULL,
  process_name text NOT NULL,
  process_type text CONSTRAINT experience_type_known
    CHECK (process_type IN ('ceasefire', 'comprehensive', 'local', 'election-related', 'implementation')),
  phase text CONSTRAINT experience_phase_known
    CHECK (phase IN ('prevention', 'pre-negotiation', 'negotiation', 'agreement', 'implementation', 'post-conflict')),
  role text,
  track text CONSTRAINT experience_track_known CHECK (track IN ('1', '1.5', '2', '3')),
  territory text CONSTRAINT experience_territory_form CHECK (territory ~ '^[A-Z]{2}$'),
  year_from smallint,
  year_to smallint,
  PRIMARY KEY (mediator_id, ordinal),
  CONSTRAINT experience_years_in_order CHECK (year_to >= year_from)
);

CREATE TABLE consent (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT consent_mediator REFERENCES mediator ON DELETE CASCADE,
  purpose text NOT NULL CONSTRAINT consent_purpose_known
    CHECK (purpose IN ('LISTED', 'MATCHED', 'CONTACTED', 'PUBLISHED_ABROAD', 'STATISTICS')),
  text_version text NOT NULL,
  channel text NOT NULL,
  recorded_by text NOT NULL,
  given_on date NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX consent_one_in_force ON consent (mediator_id, purpose) WHERE withdrawn_at IS NULL;

CREATE TABLE profile_revision (
  mediator_id uuid NOT NULL CONSTRAINT profile_revision_mediator REFERENCES mediator ON DELETE CASCADE,
  revision integer NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  source text NOT NULL,
  PRIMARY KEY (mediator_id, revision)
);

-- Erased mediators, by opaque id only, so that read models learn of the erasure.
CREATE TABLE mediator_erased (
  id uuid PRIMARY KEY,
  changed_xid bigint NOT NULL DEFAULT current_xid()
);
CREATE INDEX mediator_erased_changed_xid ON mediator_erased (changed_xid);

CREATE FUNCTION mediator_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := current_xid();
  NEW.updated_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER mediator_touch BEFORE UPDATE ON mediator FOR EACH ROW EXECUTE FUNCTION mediator_touch();

CREATE FUNCTION mediator_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO mediator_erased (id) VALUES (OLD.id) ON CONFLICT (id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER mediator_erase AFTER DELETE ON mediator FOR EACH ROW EXECUTE FUNCTION mediator_erase();

-- A change to what belongs to a mediator is a change of the mediator, whoever made it.
CREATE FUNCTION mediator_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- An array, because the planner would read the whole table for a join with changes it cannot count.
  UPDATE mediator SET changed_xid = current_xid()
  WHERE id = ANY (ARRAY(SELECT DISTINCT mediator_id FROM changed)) AND changed_xid <> current_xid();
  RETURN NULL;
END $$;
`);
    for (const part of [
      'affiliation',
      'mediator_language',
      'mediator_territory',
      'mediator_expertise',
      'experience',
      'consent',
    ]) {
      await runner.query(`
CREATE TRIGGER ${part}_inserted AFTER INSERT ON ${part} REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mediator_part_changed();
CREATE TRIGGER ${part}_updated AFTER UPDATE ON ${part} REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mediator_part_changed();
CREATE TRIGGER ${part}_deleted AFTER DELETE ON ${part} REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mediator_part_changed();
`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE mediator_erased, profile_revision, consent, experience, mediator_expertise,
  mediator_territory, mediator_language, affiliation, mediator_contact, mediator, network;
DROP FUNCTION mediator_part_changed, mediator_erase, mediator_touch, current_xid;
`);
  }
}
