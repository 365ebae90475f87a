import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an import did not understand is sealed, because a value in a wrong column may be an address or a name. What is there in
 * the clear goes: nothing can seal it here. The next import of a network, or the next edit of an uploaded list, tells it again.
 */
export class SealedRejects1766400000000 implements MigrationInterface {
  readonly name = 'SealedRejects1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM import_reject;
ALTER TABLE import_reject DROP CONSTRAINT import_reject_pkey,
  DROP COLUMN "column", DROP COLUMN value, DROP COLUMN reason, DROP COLUMN suggestion,
  ADD COLUMN id uuid CONSTRAINT import_reject_pkey PRIMARY KEY,
  ADD COLUMN key_id smallint NOT NULL CONSTRAINT import_reject_data_key REFERENCES data_key,
  ADD COLUMN sealed bytea NOT NULL;
CREATE UNIQUE INDEX import_reject_of_network ON import_reject (network_id, ordinal);

ALTER TABLE staged_row DROP CONSTRAINT staged_row_sealed_whole, DROP COLUMN rejects;
ALTER TABLE staged_row ADD COLUMN rejects bytea, ADD COLUMN wrong_fields text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT staged_row_sealed_whole CHECK ((sealed IS NULL AND rejects IS NULL) = (key_id IS NULL));

ALTER TABLE staged_import DROP CONSTRAINT staged_import_shape_whole, DROP COLUMN "values", DROP COLUMN remarks;
ALTER TABLE staged_import ADD COLUMN unknown_values bytea, ADD COLUMN remarks bytea,
  ADD CONSTRAINT staged_import_sealed_whole
    CHECK ((shape IS NULL AND unknown_values IS NULL AND remarks IS NULL) = (key_id IS NULL));
`);
  }

  /** What is sealed goes: the version before cannot open it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM import_reject;
ALTER TABLE import_reject DROP COLUMN id, DROP COLUMN key_id, DROP COLUMN sealed,
  ADD COLUMN "column" jsonb NOT NULL, ADD COLUMN value jsonb NOT NULL, ADD COLUMN reason jsonb NOT NULL,
  ADD COLUMN suggestion jsonb;
DROP INDEX IF EXISTS import_reject_of_network;
ALTER TABLE import_reject ADD CONSTRAINT import_reject_pkey PRIMARY KEY (network_id, ordinal);

ALTER TABLE staged_row DROP CONSTRAINT staged_row_sealed_whole, DROP COLUMN rejects, DROP COLUMN wrong_fields;
UPDATE staged_row SET key_id = NULL WHERE sealed IS NULL;
ALTER TABLE staged_row ADD COLUMN rejects jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT staged_row_sealed_whole CHECK ((sealed IS NULL) = (key_id IS NULL));

ALTER TABLE staged_import DROP CONSTRAINT staged_import_sealed_whole, DROP COLUMN unknown_values, DROP COLUMN remarks;
UPDATE staged_import SET key_id = NULL WHERE shape IS NULL;
ALTER TABLE staged_import ADD COLUMN "values" jsonb NOT NULL DEFAULT '[]', ADD COLUMN remarks jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT staged_import_shape_whole CHECK ((shape IS NULL) = (key_id IS NULL));
`);
  }
}
