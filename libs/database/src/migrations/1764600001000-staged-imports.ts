import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that coordinators upload, read and mend before anything of them is written, and can undo afterwards. */
export class StagedImports1764600001000 implements MigrationInterface {
  name = 'StagedImports1764600001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE staged_import (
  id uuid CONSTRAINT staged_import_pkey PRIMARY KEY,
  network_id uuid NOT NULL CONSTRAINT staged_import_network REFERENCES network ON DELETE CASCADE,
  file_name text NOT NULL CONSTRAINT staged_import_file_name_length CHECK (length(file_name) BETWEEN 1 AND 255),
  format text NOT NULL CONSTRAINT staged_import_format_known CHECK (format IN ('csv', 'xlsx', 'ods', 'jsonl')),
  size integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'receiving' CONSTRAINT staged_import_state_known CHECK (state IN
    ('receiving', 'uploaded', 'mapped', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  revision integer NOT NULL DEFAULT 1,
  mapping jsonb NOT NULL DEFAULT '{"columns": {}, "defaults": {}}',
  sheets text[] NOT NULL DEFAULT '{}',
  skipped text[] NOT NULL DEFAULT '{}',
  remembered boolean NOT NULL DEFAULT false,
  shape_key text,
  key_id smallint CONSTRAINT staged_import_data_key REFERENCES data_key,
  shape bytea,
  counts jsonb,
  "values" jsonb NOT NULL DEFAULT '[]',
  remarks jsonb NOT NULL DEFAULT '[]',
  problem jsonb,
  progress integer NOT NULL DEFAULT 0,
  uploaded_by text NOT NULL,
  applied_by text,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  checked_at timestamptz,
  applied_at timestamptz,
  undone_at timestamptz,
  expires_at timestamptz NOT NULL,
  CONSTRAINT staged_import_shape_whole CHECK ((shape IS NULL) = (key_id IS NULL))
);
CREATE INDEX staged_import_of_network ON staged_import (network_id, id);
CREATE INDEX staged_import_expires ON staged_import (expires_at);

CREATE TABLE staged_part (
  id uuid CONSTRAINT staged_part_pkey PRIMARY KEY,
  import_id uuid NOT NULL CONSTRAINT staged_part_import REFERENCES staged_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  key_id smallint NOT NULL CONSTRAINT staged_part_data_key REFERENCES data_key,
  sealed bytea NOT NULL
);
CREATE UNIQUE INDEX staged_part_of_import ON staged_part (import_id, ordinal);

CREATE TABLE staged_fix (
  id uuid CONSTRAINT staged_fix_pkey PRIMARY KEY,
  import_id uuid NOT NULL CONSTRAINT staged_fix_import REFERENCES staged_import ON DELETE CASCADE,
  sheet text NOT NULL,
  row integer NOT NULL,
  header text NOT NULL,
  nth integer NOT NULL,
  key_id smallint NOT NULL CONSTRAINT staged_fix_data_key REFERENCES data_key,
  sealed bytea NOT NULL
);
CREATE UNIQUE INDEX staged_fix_of_cell ON staged_fix (import_id, sheet, row, header, nth);

CREATE TABLE staged_row (
  id uuid CONSTRAINT staged_row_pkey PRIMARY KEY,
  import_id uuid NOT NULL CONSTRAINT staged_row_import REFERENCES staged_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  sheet text NOT NULL DEFAULT '',
  row integer NOT NULL,
  status text NOT NULL CONSTRAINT staged_row_status_known CHECK (status IN ('new', 'changed', 'unchanged', 'rejected',
    'skipped', 'joined', 'created', 'updated', 'conflict', 'undone', 'kept')),
  mediator_id uuid CONSTRAINT staged_row_mediator REFERENCES mediator ON DELETE SET NULL,
  key_id smallint CONSTRAINT staged_row_data_key REFERENCES data_key,
  sealed bytea,
  rejects jsonb NOT NULL DEFAULT '[]',
  basis text,
  publishes boolean NOT NULL DEFAULT false,
  ends_consent boolean NOT NULL DEFAULT false,
  problem jsonb,
  CONSTRAINT staged_row_sealed_whole CHECK ((sealed IS NULL) = (key_id IS NULL))
);
CREATE UNIQUE INDEX staged_row_of_import ON staged_row (import_id, ordinal);
CREATE INDEX staged_row_of_place ON staged_row (import_id, row);
CREATE INDEX staged_row_of_mediator ON staged_row (mediator_id);

CREATE TABLE import_memory (
  network_id uuid NOT NULL CONSTRAINT import_memory_network REFERENCES network ON DELETE CASCADE,
  shape_key text NOT NULL,
  mapping jsonb NOT NULL,
  sheets text[] NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT import_memory_pkey PRIMARY KEY (network_id, shape_key)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE import_memory, staged_row, staged_fix, staged_part, staged_import',
    );
  }
}
