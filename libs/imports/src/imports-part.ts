import type { Transaction } from '#database';
import { namingHer, SELECT_HER_NETWORKS, SELECT_HER_RECORDS } from '#directory';
import type { PersonalDataPart } from '#identity';
import { storableJson } from '#kernel';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { NO_READING, type ImportContent } from './import-content.js';
import { NO_NAME } from './import-upload.service.js';
import { openSealed, sealerOf } from './sealed.js';
import type { StagedImportEntity } from './staged-import.entity.js';
import { unpacked, type PackedContent, type UndoContent } from './staged-content.js';

/** The name of the part. */
export const STAGED_ROWS = 'stagedRows';

interface Row {
  readonly id: string;
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
  readonly file: string;
  readonly uploadedAt: string;
  readonly row: number;
  readonly status: string;
}

const ROWS = `SELECT s.id, s.key_id AS "keyId", s.sealed, i.file_name AS file, to_jsonb(i.uploaded_at) #>> '{}' AS "uploadedAt",
    s.row, s.status
  FROM staged_row s JOIN staged_import i ON i.id = s.import_id
  WHERE s.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY s.id`;

const ERASED = problem('staged.erased');
const ERASED_ROW = storableJson(problem('staged.erasedRow'));

/**
 * Rows of uploaded lists that are known to be about her. When she is erased they go, and with them the files of her networks
 * that wait, and what was refused of the others: nobody can tell what else of her stands in them.
 */
export function importsPart(vault: Vault): PersonalDataPart {
  return {
    name: STAGED_ROWS,
    tables: ['staged_row'],
    read: async (tx, _viewer, mediatorId) => {
      const rows = await tx.query<Row>(ROWS, [mediatorId]);
      return Promise.all(
        rows.map(async ({ id, keyId, sealed, ...row }) => {
          const content = await openSealed<PackedContent | UndoContent>(vault, 'staged_row', {
            id,
            keyId,
            sealed,
          });
          const cells = content && 'cells' in content ? unpacked(content).cells : [];
          return { ...row, cells: cells.map(({ header, text }) => ({ column: header, text })) };
        }),
      );
    },
    erasure: async (tx, mediatorId) => {
      await tx.query(`DELETE FROM staged_row WHERE mediator_id IN (${SELECT_HER_RECORDS})`, [
        mediatorId,
      ]);
      const files = await tx.query<{ id: string }>(
        `SELECT id FROM staged_import
         WHERE state IN ('receiving', 'uploaded', 'mapped', 'checked') AND network_id IN (${SELECT_HER_NETWORKS})
         ORDER BY id FOR UPDATE`,
        [mediatorId],
      );
      const seal = await sealerOf(vault, tx, 'staged_import');
      await tx.query(
        `UPDATE staged_import i SET state = 'failed', problem = r.sealed, key_id = r.key_id, reading = NULL, shape = NULL,
           unknown_values = NULL, remarks = NULL, counts = NULL, revision = revision + 1
         FROM json_to_recordset($1) AS r(id uuid, key_id smallint, sealed bytea) WHERE i.id = r.id`,
        [JSON.stringify(files.map(({ id }) => ({ id, ...seal(id, ERASED, 'problem') })))],
      );
      // Of what was refused of other files of her networks, nothing tells whether it speaks of her.
      await forgetRefused(tx, `i.network_id IN (${SELECT_HER_NETWORKS})`, mediatorId);
      await forgetNamesAfter(tx, mediatorId);
      // Nor of what was said of their values. A list that is just being applied is read so to its end (`forgetIfErased`).
      await tx.query(
        `UPDATE staged_import SET unknown_values = NULL, reading = CASE state WHEN 'applying' THEN reading END,
           key_id = CASE WHEN shape IS NULL AND remarks IS NULL AND problem IS NULL AND (reading IS NULL OR state <> 'applying')
             THEN NULL ELSE key_id END
         WHERE network_id IN (${SELECT_HER_NETWORKS})`,
        [mediatorId],
      );
      await tx.query(`DELETE FROM import_memory WHERE network_id IN (${SELECT_HER_NETWORKS})`, [
        mediatorId,
      ]);
      for (const table of ['staged_part', 'staged_fix', 'staged_row']) {
        await tx.query(`DELETE FROM ${table} WHERE import_id = ANY($1::uuid[])`, [
          files.map(({ id }) => id),
        ]);
      }
    },
  };
}

/** What was refused of imports `i`, and what was said against single rows. `whose` is their condition, of parameter 1. */
async function forgetRefused(tx: Transaction, whose: string, of: string): Promise<void> {
  await tx.query(
    `UPDATE staged_row s SET key_id = NULL, sealed = NULL, rejects = NULL, wrong_fields = '{}',
       problem = CASE WHEN s.status = 'rejected' THEN $2::jsonb ELSE s.problem END
     FROM staged_import i
     WHERE i.id = s.import_id AND ${whose} AND s.mediator_id IS NULL
       AND s.status IN ('rejected', 'skipped', 'joined')`,
    [of, ERASED_ROW],
  );
}

/** Files that are called after her are called as one without a name is. */
async function forgetNamesAfter(tx: Transaction, mediatorId: string): Promise<void> {
  const isNamed = await namingHer(tx, mediatorId);
  const files = await tx.query<{ id: string; name: string }>(
    `SELECT id, file_name AS name FROM staged_import WHERE network_id IN (${SELECT_HER_NETWORKS})`,
    [mediatorId],
  );
  const named = files.filter(({ name }) => isNamed(name)).map(({ id }) => id);
  await tx.query('UPDATE staged_import SET file_name = $2 WHERE id = ANY ($1::uuid[])', [
    named,
    NO_NAME,
  ]);
}

/**
 * What goes at the end of applying a list if a woman of its network was erased meanwhile; null where nobody was. Values that
 * are not understood are kept of every list that was checked, until she takes them with her.
 */
export async function forgetIfErased(
  tx: Transaction,
  { id, unknownValues }: Pick<StagedImportEntity, 'id' | 'unknownValues'>,
): Promise<Pick<ImportContent, 'reading'> | null> {
  if (unknownValues !== null) return null;
  await forgetRefused(tx, 'i.id = $1', id);
  return { reading: NO_READING };
}
