import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log, and a second line of defence: what the application's own role cannot do, no mistake in
 * the application can.
 */
export class Audit1764000004000 implements MigrationInterface {
  name = 'Audit1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE audit_entry (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  before_hash text,
  after_hash text,
  purpose text,
  request_id text,
  previous text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id);

-- The last link of the chain: whoever appends waits here for the one before.
CREATE TABLE audit_head (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  number bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO audit_head (number, hash) VALUES (0, repeat('0', 64));

-- Each part with its length before it, so that no two entries read alike; libs/identity makes the same text.
CREATE FUNCTION audit_text(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT string_agg(coalesce(octet_length(part)::text, '-') || ':' || coalesce(part, '') || ';', '' ORDER BY place)
     FROM unnest(parts) WITH ORDINALITY AS p(part, place) $$;

CREATE FUNCTION audit_append(entries json) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head audit_head;
  entry record;
  moment timestamptz := date_trunc('microseconds', clock_timestamp());
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  FOR entry IN SELECT * FROM json_to_recordset(entries) AS e(actor text, action text, "subjectKind" text,
      "subjectId" uuid, "beforeHash" text, "afterHash" text, purpose text, "requestId" text)
  LOOP
    INSERT INTO audit_entry VALUES (head.number + 1, moment, entry.actor, entry.action, entry."subjectKind",
      entry."subjectId", entry."beforeHash", entry."afterHash", entry.purpose, entry."requestId", head.hash,
      encode(sha256(convert_to(audit_text(
        head.hash, (head.number + 1)::text, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.actor, entry.action, entry."subjectKind", entry."subjectId"::text, entry."beforeHash",
        entry."afterHash", entry.purpose, entry."requestId"), 'UTF8')), 'hex'))
    RETURNING number, hash INTO head.number, head.hash;
  END LOOP;
  UPDATE audit_head SET number = head.number, hash = head.hash;
END $$;

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only.';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Contact data opens for the transaction that says whose curator it is, and for no other.
CREATE FUNCTION may_open_contact(mediator uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = mediator
       AND a.network_id::text = current_setting('baraza.curated_network', true)) $$;
ALTER TABLE mediator_contact ENABLE ROW LEVEL SECURITY;

-- The search documents are built anew by the application itself, so they are its own.
CREATE SCHEMA search;
ALTER TABLE search_document SET SCHEMA search;
ALTER TABLE search.search_document RENAME TO document;
`);
    // A role belongs to the whole server: another database of it may have made it already.
    await runner.query(`
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'baraza_app') THEN CREATE ROLE baraza_app NOLOGIN; END IF;
END $$;
-- Who made a role may grant it, but may not enter it without being granted it.
GRANT baraza_app TO current_user;
CREATE POLICY contact_opens_for_its_curator ON mediator_contact TO baraza_app
  USING (may_open_contact(mediator_id)) WITH CHECK (may_open_contact(mediator_id));
GRANT USAGE, CREATE ON SCHEMA search TO baraza_app;
ALTER TABLE search.document OWNER TO baraza_app;
REVOKE EXECUTE ON FUNCTION audit_append FROM PUBLIC;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE search.document RENAME TO search_document;
ALTER TABLE search.search_document SET SCHEMA public;
DROP SCHEMA search;
ALTER TABLE mediator_contact DISABLE ROW LEVEL SECURITY;
DROP POLICY contact_opens_for_its_curator ON mediator_contact;
DROP FUNCTION may_open_contact, audit_append, audit_text;
DROP TABLE audit_entry, audit_head;
DROP FUNCTION audit_is_append_only;
`);
  }
}
