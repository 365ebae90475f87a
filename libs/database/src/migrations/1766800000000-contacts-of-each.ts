import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contact data of many women in one statement. It is opened for each in turn, as for herself, by the rights of whoever asks: no
 * row is read that the policy of the table does not open for that one woman.
 */
export class ContactsOfEach1766800000000 implements MigrationInterface {
  readonly name = 'ContactsOfEach1766800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION contacts_of_each(records uuid[])
  RETURNS TABLE (id uuid, mediator_id uuid, network_id uuid, key_id smallint, sealed bytea, updated_at timestamptz)
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE record uuid;
BEGIN
  FOREACH record IN ARRAY records LOOP
    PERFORM set_config('baraza.own_mediator', record::text, true);
    RETURN QUERY SELECT c.id, c.mediator_id, c.network_id, c.key_id, c.sealed, c.updated_at
      FROM mediator_contact c WHERE c.mediator_id = record;
  END LOOP;
  PERFORM set_config('baraza.own_mediator', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION contacts_of_each FROM PUBLIC`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION contacts_of_each');
  }
}
