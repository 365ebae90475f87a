import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the search index still has to follow, what it could not take, and which workers run jobs. */
export class IndexInStep1764100005000 implements MigrationInterface {
  name = 'IndexInStep1764100005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Each change of a mediator adds a row in its own transaction; rows are never changed, so that no writer
-- waits for another here. Whoever has brought her documents to what is committed removes what it read.
CREATE TABLE search_pending (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mediator_id uuid NOT NULL,
  changed_xid bigint NOT NULL DEFAULT current_xid(),
  since timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX search_pending_mediator ON search_pending (mediator_id, changed_xid);

-- Whose documents no index took, by the kind of error; they have no document until they are mended.
CREATE TABLE search_set_aside (
  mediator_id uuid PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL
);

CREATE FUNCTION search_pend() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_pending (mediator_id)
  SELECT c.id FROM changed c WHERE NOT EXISTS
    (SELECT FROM search_pending p WHERE p.mediator_id = c.id AND p.changed_xid = current_xid());
  RETURN NULL;
END $$;
CREATE TRIGGER mediator_pending_inserted AFTER INSERT ON mediator REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_pend();
CREATE TRIGGER mediator_pending_updated AFTER UPDATE ON mediator REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_pend();
CREATE TRIGGER mediator_pending_deleted AFTER DELETE ON mediator REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_pend();

-- The documents of its members hold a network's names.
CREATE FUNCTION search_pend_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_pending (mediator_id) SELECT mediator_id FROM affiliation WHERE network_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER network_pending AFTER UPDATE ON network FOR EACH ROW
  WHEN (OLD.names IS DISTINCT FROM NEW.names OR OLD.slug <> NEW.slug) EXECUTE FUNCTION search_pend_members();

-- Workers of the job queue by name, so that what a dead one held can be freed.
CREATE TABLE job_worker (
  name text PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now()
);

-- A table for each clearance: words that only the vetted may find are nowhere in what the public searches.
DROP TABLE search.document;
DROP TABLE IF EXISTS search.document_fresh;
${['public', 'vetted'].map(documentTable).join('\n')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE search.document_public, search.document_vetted;
CREATE TABLE search.document (
  mediator_id uuid NOT NULL,
  clearance text NOT NULL CHECK (clearance IN ('PUBLIC', 'VETTED')),
  version integer NOT NULL,
  words tsvector NOT NULL,
  name_typos text[] NOT NULL,
  tags text[] NOT NULL,
  levels text[] NOT NULL,
  years smallint NOT NULL,
  confirmed_day integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  public_id uuid NOT NULL,
  PRIMARY KEY (mediator_id, clearance)
);
CREATE INDEX ON search.document USING gin (words) WITH (fastupdate = off);
CREATE INDEX ON search.document USING gin (name_typos) WITH (fastupdate = off);
CREATE INDEX ON search.document USING gin (tags) WITH (fastupdate = off);
CREATE INDEX ON search.document USING gin (levels) WITH (fastupdate = off);
CREATE INDEX ON search.document (clearance, sort_name, public_id);
ALTER TABLE search.document OWNER TO baraza_app;
DROP TABLE job_worker;
DROP TRIGGER network_pending ON network;
DROP TRIGGER mediator_pending_deleted ON mediator;
DROP TRIGGER mediator_pending_updated ON mediator;
DROP TRIGGER mediator_pending_inserted ON mediator;
DROP FUNCTION search_pend, search_pend_members;
DROP TABLE search_set_aside, search_pending;
`);
  }
}

function documentTable(clearance: string): string {
  const table = `search.document_${clearance}`;
  return `
CREATE TABLE ${table} (
  mediator_id uuid PRIMARY KEY,
  public_id uuid NOT NULL,
  digest text NOT NULL,
  words tsvector NOT NULL,
  name_typos text[] NOT NULL,
  tags text[] NOT NULL,
  levels text[] NOT NULL,
  years smallint NOT NULL,
  confirmed_day integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL
);
CREATE INDEX ON ${table} USING gin (words) WITH (fastupdate = off);
CREATE INDEX ON ${table} USING gin (name_typos) WITH (fastupdate = off);
CREATE INDEX ON ${table} USING gin (tags) WITH (fastupdate = off);
CREATE INDEX ON ${table} USING gin (levels) WITH (fastupdate = off);
CREATE INDEX ON ${table} (sort_name, public_id);
ALTER TABLE ${table} OWNER TO baraza_app;`;
}
