import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What women with a code name show: classes of at least five who show the same (docs/pseudonymity.md). */
export class Pseudonym1764100003000 implements MigrationInterface {
  name = 'Pseudonym1764100003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE pseudonym_class (
  id uuid PRIMARY KEY,
  published jsonb NOT NULL
);
COMMENT ON COLUMN pseudonym_class.published IS 'What each clearance sees of all members, by clearance.';

CREATE TABLE pseudonym (
  mediator_id uuid PRIMARY KEY CONSTRAINT pseudonym_mediator REFERENCES mediator ON DELETE CASCADE,
  class_id uuid CONSTRAINT pseudonym_of_class REFERENCES pseudonym_class,
  asks boolean NOT NULL DEFAULT true,
  changed_xid bigint NOT NULL DEFAULT current_xid()
);
COMMENT ON COLUMN pseudonym.asks IS 'She may be given values that tell more, when classes are made anew.';
CREATE INDEX pseudonym_class_members ON pseudonym (class_id);
CREATE INDEX pseudonym_changed_xid ON pseudonym (changed_xid);

-- Several transactions may withhold one woman at the same time: none of them waits for another.
ALTER TABLE search_withheld DROP CONSTRAINT search_withheld_pkey, ADD PRIMARY KEY (mediator_id, changed_xid);

CREATE OR REPLACE FUNCTION search_withhold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE woman uuid;
BEGIN
  IF TG_TABLE_NAME = 'mediator' THEN
    woman := OLD.id;
  ELSE
    woman := OLD.mediator_id;
    -- Consent to another text may have taken its place before the end of the transaction.
    IF TG_TABLE_NAME = 'consent' AND EXISTS
      (SELECT FROM consent c WHERE c.mediator_id = woman AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL) THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO search_withheld (mediator_id) VALUES (woman) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION mediator_public_id_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Records that were merged into hers stand for her too.
  UPDATE mediator SET public_id = gen_random_uuid(), lot = gen_random_uuid() WHERE merged_into = NEW.id;
  -- The index holds the old id until it has followed.
  IF OLD.state IN ('published', 'stale') THEN
    INSERT INTO search_withheld (mediator_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- What her class shows is a part of what is shown of her; her row in mediator may be locked by somebody who waits.
CREATE FUNCTION pseudonym_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := current_xid();
  RETURN NEW;
END $$;
CREATE TRIGGER pseudonym_touch BEFORE UPDATE ON pseudonym FOR EACH ROW EXECUTE FUNCTION pseudonym_touch();
CREATE FUNCTION pseudonym_class_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pseudonym SET changed_xid = current_xid() WHERE class_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER pseudonym_class_changed AFTER UPDATE ON pseudonym_class FOR EACH ROW
  EXECUTE FUNCTION pseudonym_class_changed();
-- The index follows as after a change of her own; a queue of the index is made by a later migration.
CREATE FUNCTION pseudonym_pend() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_pending (mediator_id) SELECT NEW.mediator_id WHERE NOT EXISTS
    (SELECT FROM search_pending p WHERE p.mediator_id = NEW.mediator_id AND p.changed_xid = current_xid());
  RETURN NULL;
END $$;
CREATE TRIGGER pseudonym_pending AFTER UPDATE ON pseudonym FOR EACH ROW EXECUTE FUNCTION pseudonym_pend();
CREATE TRIGGER pseudonym_withheld AFTER UPDATE ON pseudonym FOR EACH ROW
  WHEN (NEW.changed_xid <> OLD.changed_xid OR NEW.class_id IS DISTINCT FROM OLD.class_id)
  EXECUTE FUNCTION search_withhold();

-- Until classes are made, no search may find them by what was shown before.
INSERT INTO pseudonym (mediator_id) SELECT id FROM mediator WHERE pseudonymous;
INSERT INTO search_withheld (mediator_id) SELECT mediator_id FROM pseudonym ON CONFLICT DO NOTHING;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE pseudonym, pseudonym_class;
DROP FUNCTION pseudonym_touch, pseudonym_class_changed, pseudonym_pend;
DELETE FROM search_withheld w USING search_withheld later
  WHERE w.mediator_id = later.mediator_id AND w.changed_xid < later.changed_xid;
ALTER TABLE search_withheld DROP CONSTRAINT search_withheld_pkey, ADD PRIMARY KEY (mediator_id);
CREATE OR REPLACE FUNCTION search_withhold() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE FUNCTION mediator_public_id_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Records that were merged into hers stand for her too.
  UPDATE mediator SET public_id = gen_random_uuid(), lot = gen_random_uuid() WHERE merged_into = NEW.id;
  -- The index holds the old id until it has followed.
  IF OLD.state IN ('published', 'stale') THEN
    INSERT INTO search_withheld (mediator_id) VALUES (NEW.id)
    ON CONFLICT (mediator_id) DO UPDATE SET changed_xid = current_xid();
  END IF;
  RETURN NULL;
END $$;
`);
  }
}
