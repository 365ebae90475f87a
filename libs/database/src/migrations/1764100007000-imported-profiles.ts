import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which row of which file each import said something of a woman; numbers in lists are kept folded. */
export class ImportedProfiles1764100007000 implements MigrationInterface {
  name = 'ImportedProfiles1764100007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE profile_import (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT profile_import_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid NOT NULL CONSTRAINT profile_import_network REFERENCES network,
  import_id uuid NOT NULL,
  file_name text CONSTRAINT profile_import_file_name_length CHECK (length(file_name) BETWEEN 1 AND 255),
  row integer NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profile_import_of ON profile_import (mediator_id, id)`);
    await foldNumbers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE profile_import');
  }
}

/** Where two women of a network would share a number, both keep theirs: perhaps they are one. */
async function foldNumbers(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    `SELECT id, network_id AS network, external_id AS number FROM affiliation
     WHERE external_id ~ '[^!-~]' ORDER BY network_id, external_id`,
  )) as { id: string; network: string; number: string }[];
  for (const { id, network, number } of rows) {
    const folded = fold(number);
    if (folded === number || folded === '') continue;
    await runner.query(
      `UPDATE affiliation SET external_id = $2 WHERE id = $1 AND NOT EXISTS
         (SELECT FROM affiliation WHERE network_id = $3 AND external_id = $2)`,
      [id, folded, network],
    );
  }
}

/** As numbers are folded at the time of this migration (libs/directory/src/mediator/external-id.ts). */
function fold(text: string): string {
  return text
    .replaceAll(/[\t-\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, '')
    .replaceAll(/[\uff00-\uffef]+/gu, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
