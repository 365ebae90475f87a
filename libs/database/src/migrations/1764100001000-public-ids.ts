import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mediator is known outside by a random id, and her lot breaks ties. Both are replaced when she becomes
 * pseudonymous or stops being so, and when two records of which one is pseudonymous are merged or parted,
 * whoever writes: nothing that was copied before then can be tied to what is shown after it.
 */
export class PublicIds1764100001000 implements MigrationInterface {
  name = 'PublicIds1764100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE mediator
  ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT mediator_public_id_unique UNIQUE,
  ADD COLUMN lot uuid NOT NULL DEFAULT gen_random_uuid();

CREATE FUNCTION mediator_new_public_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two named records that are merged or parted keep their ids: there is nothing to hide.
  IF OLD.pseudonymous = NEW.pseudonymous AND NOT NEW.pseudonymous AND NOT EXISTS
      (SELECT FROM mediator k WHERE k.id IN (OLD.merged_into, NEW.merged_into) AND k.pseudonymous) THEN
    RETURN NEW;
  END IF;
  NEW.public_id := gen_random_uuid();
  NEW.lot := gen_random_uuid();
  RETURN NEW;
END $$;
CREATE TRIGGER mediator_new_public_id BEFORE UPDATE ON mediator FOR EACH ROW
  WHEN (OLD.pseudonymous <> NEW.pseudonymous OR OLD.merged_into IS DISTINCT FROM NEW.merged_into)
  EXECUTE FUNCTION mediator_new_public_id();

CREATE FUNCTION mediator_public_id_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER mediator_public_id_replaced AFTER UPDATE ON mediator FOR EACH ROW
  WHEN (OLD.public_id <> NEW.public_id)
  EXECUTE FUNCTION mediator_public_id_replaced();

ALTER TABLE search.document ADD COLUMN public_id uuid;
UPDATE search.document d SET public_id = m.public_id FROM mediator m WHERE m.id = d.mediator_id;
DELETE FROM search.document WHERE public_id IS NULL;
ALTER TABLE search.document ALTER COLUMN public_id SET NOT NULL;
`);
    await runner.query(orderedBy('public_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(orderedBy('mediator_id'));
    await runner.query(`
ALTER TABLE search.document DROP COLUMN public_id;
DROP TRIGGER mediator_public_id_replaced ON mediator;
DROP TRIGGER mediator_new_public_id ON mediator;
DROP FUNCTION mediator_public_id_replaced;
DROP FUNCTION mediator_new_public_id;
ALTER TABLE mediator DROP COLUMN lot, DROP COLUMN public_id;
`);
  }
}

/** Makes the index in the order of names anew, by its columns, for a rebuild may have given it another name. */
function orderedBy(last: 'public_id' | 'mediator_id'): string {
  return `
DO $$ DECLARE ordered regclass; BEGIN
  FOR ordered IN SELECT i.indexrelid FROM pg_index i WHERE i.indrelid = 'search.document'::regclass
      AND NOT i.indisprimary AND pg_get_indexdef(i.indexrelid, 2, true) = 'sort_name' LOOP
    EXECUTE format('DROP INDEX %s', ordered);
  END LOOP;
END $$;
CREATE INDEX ON search.document (clearance, sort_name, ${last})`;
}
