import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mediator decides herself: consents with their proof, audiences, corrections, erasure. */
export class SelfService1764000008000 implements MigrationInterface {
  name = 'SelfService1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE consent
  ADD COLUMN language text CONSTRAINT consent_language_known CHECK (language IN ('ar', 'en', 'es', 'fr', 'pt', 'sw')),
  ADD COLUMN network_id uuid CONSTRAINT consent_network REFERENCES network,
  ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN withdrawn_by text,
  ADD COLUMN withdrawn_channel text;
-- Until now networks have recorded consents by their lists, and nobody else.
UPDATE consent c SET network_id = n.id FROM network n WHERE c.recorded_by = 'import:' || n.slug;
UPDATE consent SET recorded_at = given_on::timestamp AT TIME ZONE 'UTC';
UPDATE consent SET withdrawn_by = recorded_by, withdrawn_channel = 'network' WHERE withdrawn_at IS NOT NULL;
ALTER TABLE consent
  ADD CONSTRAINT consent_channel_known
    CHECK (channel IN ('web', 'email', 'paper', 'telephone', 'in-person', 'network')),
  ADD CONSTRAINT consent_withdrawn_channel_known
    CHECK (withdrawn_channel IN ('web', 'email', 'paper', 'telephone', 'in-person', 'network')),
  ADD CONSTRAINT consent_text_version_length CHECK (length(text_version) BETWEEN 1 AND 100);

CREATE TABLE consent_proof (
  consent_id uuid PRIMARY KEY CONSTRAINT consent_proof_consent REFERENCES consent ON DELETE CASCADE,
  key_id smallint NOT NULL CONSTRAINT consent_proof_data_key REFERENCES data_key,
  sealed bytea NOT NULL
);

-- Her "no" to a purpose, which stands until she herself, or a coordinator with proof, says otherwise.
CREATE TABLE consent_objection (
  mediator_id uuid NOT NULL CONSTRAINT consent_objection_mediator REFERENCES mediator ON DELETE CASCADE,
  purpose text NOT NULL CONSTRAINT consent_objection_purpose_known
    CHECK (purpose IN ('LISTED', 'MATCHED', 'CONTACTED', 'PUBLISHED_ABROAD', 'STATISTICS')),
  stated_at timestamptz NOT NULL DEFAULT now(),
  stated_by text NOT NULL,
  PRIMARY KEY (mediator_id, purpose)
);

-- That she showed a field to more people than is standard.
CREATE TABLE audience_consent (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT audience_consent_mediator REFERENCES mediator ON DELETE CASCADE,
  field text NOT NULL,
  audience text NOT NULL CONSTRAINT audience_consent_audience_known CHECK (audience IN ('PUBLIC', 'VETTED')),
  text_version text NOT NULL,
  language text NOT NULL CONSTRAINT audience_consent_language_known
    CHECK (language IN ('ar', 'en', 'es', 'fr', 'pt', 'sw')),
  channel text NOT NULL CONSTRAINT audience_consent_channel_known
    CHECK (channel IN ('web', 'email', 'paper', 'telephone', 'in-person', 'network')),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX audience_consent_one_in_force ON audience_consent (mediator_id, field) WHERE withdrawn_at IS NULL;

CREATE TABLE correction (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT correction_mediator REFERENCES mediator ON DELETE CASCADE,
  field text,
  key_id smallint NOT NULL CONSTRAINT correction_data_key REFERENCES data_key,
  request bytea NOT NULL,
  answer bytea,
  state text NOT NULL DEFAULT 'open' CONSTRAINT correction_state_known CHECK (state IN ('open', 'done', 'declined')),
  requested_at timestamptz NOT NULL DEFAULT now(),
  handled_at timestamptz,
  handled_by text,
  CONSTRAINT correction_handled_whole CHECK ((state = 'open') = (handled_at IS NULL)
    AND (handled_at IS NULL) = (handled_by IS NULL) AND (handled_at IS NULL) = (answer IS NULL))
);
CREATE INDEX correction_of_mediator ON correction (mediator_id);
CREATE INDEX correction_open ON correction (requested_at) WHERE state = 'open';

-- Keyed hashes of the numbers that erased women had in networks' lists, so that no list brings one back.
CREATE TABLE erased_key (
  fingerprint text PRIMARY KEY,
  erased_on date NOT NULL
);

-- Whom no search may find until the index has followed, by opaque id.
CREATE TABLE search_withheld (
  mediator_id uuid PRIMARY KEY,
  changed_xid bigint NOT NULL DEFAULT current_xid()
);

CREATE FUNCTION search_withhold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE woman uuid;
BEGIN
  IF TG_TABLE_NAME = 'mediator' THEN
    woman := OLD.id;
  ELSE
    woman := OLD.mediator_id;
    -- Consent to another text may have taken its place before the end of the transaction.
    IF EXISTS (SELECT FROM consent c WHERE c.mediator_id = woman AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL) THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO search_withheld (mediator_id) VALUES (woman)
  ON CONFLICT (mediator_id) DO UPDATE SET changed_xid = current_xid();
  RETURN NULL;
END $$;
CREATE TRIGGER mediator_withheld AFTER UPDATE ON mediator FOR EACH ROW
  WHEN (OLD.state IN ('published', 'stale') AND NEW.state NOT IN ('published', 'stale')
    OR NEW.pseudonymous AND NOT OLD.pseudonymous OR NEW.audience <> OLD.audience)
  EXECUTE FUNCTION search_withhold();
CREATE TRIGGER mediator_withheld_erased AFTER DELETE ON mediator FOR EACH ROW EXECUTE FUNCTION search_withhold();
CREATE CONSTRAINT TRIGGER consent_withheld AFTER UPDATE ON consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.purpose = 'LISTED' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
  EXECUTE FUNCTION search_withhold();
CREATE CONSTRAINT TRIGGER consent_withheld_deleted AFTER DELETE ON consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.purpose = 'LISTED' AND OLD.withdrawn_at IS NULL)
  EXECUTE FUNCTION search_withhold();

-- Highlights are made from the database: the index needs no texts to show.
ALTER TABLE search.document DROP COLUMN shown;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM search.document;
ALTER TABLE search.document ADD COLUMN shown json NOT NULL;
DROP TRIGGER consent_withheld_deleted ON consent;
DROP TRIGGER consent_withheld ON consent;
DROP TRIGGER mediator_withheld_erased ON mediator;
DROP TRIGGER mediator_withheld ON mediator;
DROP FUNCTION search_withhold;
DROP TABLE search_withheld, erased_key, correction, audience_consent, consent_objection, consent_proof;
ALTER TABLE consent DROP CONSTRAINT consent_channel_known, DROP CONSTRAINT consent_withdrawn_channel_known,
  DROP CONSTRAINT consent_text_version_length, DROP COLUMN language, DROP COLUMN network_id, DROP COLUMN recorded_at,
  DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_channel;
`);
  }
}
