import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a list is read is sealed like its rows: a value that is to be read as another, a header or the name of a sheet may be a
 * name or an address. What is there in the clear goes: nothing can seal it here. Lists that wait are uploaded again.
 */
export class SealedReadings1766500000000 implements MigrationInterface {
  readonly name = 'SealedReadings1766500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM staged_import WHERE state IN ('receiving', 'uploaded', 'mapped', 'checked');
UPDATE staged_import SET state = 'failed' WHERE state = 'applying';
ALTER TABLE staged_import DROP CONSTRAINT staged_import_sealed_whole,
  DROP COLUMN mapping, DROP COLUMN sheets, DROP COLUMN skipped, DROP COLUMN problem;
ALTER TABLE staged_import ADD COLUMN reading bytea, ADD COLUMN problem bytea,
  ADD CONSTRAINT staged_import_sealed_whole CHECK ((reading IS NULL AND shape IS NULL AND unknown_values IS NULL
    AND remarks IS NULL AND problem IS NULL) = (key_id IS NULL));

UPDATE staged_row SET sheet = '' WHERE sheet <> '';

DELETE FROM staged_fix;
ALTER TABLE staged_fix DROP COLUMN sheet, DROP COLUMN row, DROP COLUMN header, DROP COLUMN nth,
  ADD COLUMN cell text NOT NULL;
CREATE UNIQUE INDEX staged_fix_of_cell ON staged_fix (import_id, cell);

DELETE FROM import_memory;
ALTER TABLE import_memory DROP CONSTRAINT import_memory_pkey, DROP COLUMN mapping, DROP COLUMN sheets,
  ADD COLUMN id uuid CONSTRAINT import_memory_pkey PRIMARY KEY,
  ADD COLUMN key_id smallint NOT NULL CONSTRAINT import_memory_data_key REFERENCES data_key,
  ADD COLUMN sealed bytea NOT NULL;
CREATE UNIQUE INDEX import_memory_of_shape ON import_memory (network_id, shape_key);

DELETE FROM import_reject;
ALTER TABLE import_reject DROP COLUMN sheet;
`);
  }

  /** What is sealed goes: the version before cannot open it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM import_reject;
ALTER TABLE import_reject ADD COLUMN sheet text;

DELETE FROM import_memory;
DROP INDEX import_memory_of_shape;
ALTER TABLE import_memory DROP COLUMN id, DROP COLUMN key_id, DROP COLUMN sealed,
  ADD COLUMN mapping jsonb NOT NULL, ADD COLUMN sheets text[] NOT NULL,
  ADD CONSTRAINT import_memory_pkey PRIMARY KEY (network_id, shape_key);

DELETE FROM staged_fix;
DROP INDEX staged_fix_of_cell;
ALTER TABLE staged_fix DROP COLUMN cell, ADD COLUMN sheet text NOT NULL, ADD COLUMN row integer NOT NULL,
  ADD COLUMN header text NOT NULL, ADD COLUMN nth integer NOT NULL;
CREATE UNIQUE INDEX staged_fix_of_cell ON staged_fix (import_id, sheet, row, header, nth);

UPDATE staged_row SET sheet = '' WHERE sheet <> '';

DELETE FROM staged_import WHERE state IN ('receiving', 'uploaded', 'mapped', 'checked');
UPDATE staged_import SET state = 'failed' WHERE state = 'applying';
ALTER TABLE staged_import DROP CONSTRAINT staged_import_sealed_whole, DROP COLUMN reading, DROP COLUMN problem;
UPDATE staged_import SET key_id = NULL WHERE shape IS NULL AND unknown_values IS NULL AND remarks IS NULL;
ALTER TABLE staged_import ADD COLUMN mapping jsonb NOT NULL DEFAULT '{"columns": {}, "defaults": {}}',
  ADD COLUMN sheets text[] NOT NULL DEFAULT '{}', ADD COLUMN skipped text[] NOT NULL DEFAULT '{}', ADD COLUMN problem jsonb,
  ADD CONSTRAINT staged_import_sealed_whole
    CHECK ((shape IS NULL AND unknown_values IS NULL AND remarks IS NULL) = (key_id IS NULL));
`);
  }
}
