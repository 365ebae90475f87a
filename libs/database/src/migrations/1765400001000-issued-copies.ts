import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Briefings, lists and exports that left Baraza: who has them, and whom they are about. */
export class IssuedCopies1765400001000 implements MigrationInterface {
  readonly name = 'IssuedCopies1765400001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE issued_copy (
  id uuid CONSTRAINT issued_copy_pkey PRIMARY KEY,
  kind text NOT NULL CONSTRAINT issued_copy_kind_known CHECK (kind IN ('briefing', 'network-list', 'own-data')),
  format text NOT NULL CONSTRAINT issued_copy_format_known
    CHECK (format IN ('page', 'pdf', 'csv', 'xlsx', 'jsonl', 'json')),
  source_id uuid NOT NULL,
  issued_to text NOT NULL,
  network_id uuid CONSTRAINT issued_copy_network REFERENCES network,
  organization_id uuid CONSTRAINT issued_copy_organization REFERENCES organization,
  contact_purpose text,
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  recalled_by text,
  recalled_at timestamptz
);
CREATE UNIQUE INDEX issued_copy_once ON issued_copy (source_id, issued_to, format, issued_on);

CREATE TABLE issued_copy_mediator (
  copy_id uuid NOT NULL CONSTRAINT issued_copy_mediator_copy REFERENCES issued_copy ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT issued_copy_mediator_mediator REFERENCES mediator ON DELETE CASCADE,
  CONSTRAINT issued_copy_mediator_pkey PRIMARY KEY (copy_id, mediator_id)
);
CREATE INDEX issued_copy_mediator_of ON issued_copy_mediator (mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE issued_copy_mediator, issued_copy');
  }
}
