import type { MigrationInterface, QueryRunner } from 'typeorm';

const functionThatEnds = (declared: string, end: string) => `
CREATE OR REPLACE FUNCTION contacts_of_each(records uuid[])
  RETURNS TABLE (id uuid, mediator_id uuid, network_id uuid, key_id smallint, sealed bytea, updated_at timestamptz)
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  record uuid;${declared}
BEGIN
  FOREACH record IN ARRAY records LOOP
    PERFORM set_config('baraza.own_mediator', record::text, true);
    RETURN QUERY SELECT c.id, c.mediator_id, c.network_id, c.key_id, c.sealed, c.updated_at
      FROM mediator_contact c WHERE c.mediator_id = record;
  END LOOP;
  PERFORM set_config('baraza.own_mediator', ${end}, true);
END $$`;

/** Whoever asks for the contact data of many women within the context of one has that context afterwards, as before. */
export class ContactsKeepContext1766800002000 implements MigrationInterface {
  readonly name = 'ContactsKeepContext1766800002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      functionThatEnds(
        `
  before text := coalesce(current_setting('baraza.own_mediator', true), '');`,
        'before',
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functionThatEnds('', "''"));
  }
}
