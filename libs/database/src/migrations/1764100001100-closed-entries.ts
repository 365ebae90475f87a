import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries, teams and exposures keep the public id under which a woman was chosen, named or shown: when it
 * is no longer hers they end with it. Nobody can tell whether those of a woman who is pseudonymous now were
 * made before she was, so they end here.
 *
 * `shortlist_gone` is what stays of an entry whose woman was erased: that there was one, and nothing of her.
 */
export class ClosedEntries1764100001100 implements MigrationInterface {
  name = 'ClosedEntries1764100001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE shortlist_gone (
  id uuid PRIMARY KEY,
  shortlist_id uuid NOT NULL CONSTRAINT shortlist_gone_shortlist REFERENCES shortlist ON DELETE CASCADE,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX shortlist_gone_of_shortlist ON shortlist_gone (shortlist_id);

CREATE FUNCTION shortlist_entry_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM mediator WHERE id = OLD.mediator_id)
      AND EXISTS (SELECT FROM shortlist WHERE id = OLD.shortlist_id) THEN
    INSERT INTO shortlist_gone (id, shortlist_id, added_by, added_at)
    VALUES (OLD.id, OLD.shortlist_id, OLD.added_by, OLD.added_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER shortlist_entry_gone AFTER DELETE ON shortlist_entry
  FOR EACH ROW EXECUTE FUNCTION shortlist_entry_gone();
`);
    for (const table of ['shortlist_entry', 'team_run_mediator', 'exposure']) {
      await runner.query(`
ALTER TABLE ${table} ADD COLUMN public_id uuid;
UPDATE ${table} t SET public_id = CASE WHEN m.pseudonymous OR k.pseudonymous THEN gen_random_uuid() ELSE m.public_id END
FROM mediator m JOIN mediator k ON k.id = coalesce(m.merged_into, m.id) WHERE m.id = t.mediator_id;
ALTER TABLE ${table} ALTER COLUMN public_id SET NOT NULL`);
    }
    await runner.query(`
ALTER TABLE shortlist_entry DROP CONSTRAINT shortlist_entry_once,
  ADD CONSTRAINT shortlist_entry_once UNIQUE (shortlist_id, mediator_id, public_id);
ALTER TABLE exposure DROP CONSTRAINT exposure_pkey,
  ADD CONSTRAINT exposure_pkey PRIMARY KEY (need_id, mediator_id, public_id, kind)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM exposure e USING mediator m WHERE m.id = e.mediator_id AND e.public_id <> m.public_id;
DELETE FROM shortlist_entry e USING mediator m WHERE m.id = e.mediator_id AND e.public_id <> m.public_id;
ALTER TABLE exposure DROP CONSTRAINT exposure_pkey,
  ADD CONSTRAINT exposure_pkey PRIMARY KEY (need_id, mediator_id, kind), DROP COLUMN public_id;
ALTER TABLE team_run_mediator DROP COLUMN public_id;
ALTER TABLE shortlist_entry DROP CONSTRAINT shortlist_entry_once,
  ADD CONSTRAINT shortlist_entry_once UNIQUE (shortlist_id, mediator_id), DROP COLUMN public_id;
DROP TRIGGER shortlist_entry_gone ON shortlist_entry;
DROP FUNCTION shortlist_entry_gone;
DROP TABLE shortlist_gone`);
  }
}
