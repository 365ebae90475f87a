import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of encryption at rest. */
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

REVOKE EXECUTE ON FUNCTION hold_data_key FROM PUBLIC;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION hold_data_key;
DROP TABLE data_key;
`);
  }
}
