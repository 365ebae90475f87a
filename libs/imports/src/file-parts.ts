import type { Database, Transaction } from '#database';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { openSealed, sealerOf } from './sealed.js';

/** Bytes of a piece of a file. */
export const PART_BYTES = 256 * 1024;

/** Keeps a piece of a file, sealed. */
export async function keepPart(
  tx: Transaction,
  vault: Vault,
  importId: string,
  { ordinal, bytes }: { readonly ordinal: number; readonly bytes: Buffer },
): Promise<void> {
  const id = uuidv7();
  const seal = await sealerOf(vault, tx, 'staged_part');
  const { key_id: keyId, sealed } = seal(id, bytes.toString('base64'));
  await tx.query(
    'INSERT INTO staged_part (id, import_id, ordinal, key_id, sealed) VALUES ($1, $2, $3, $4, $5)',
    [id, importId, ordinal, keyId, sealed],
  );
}

/** The bytes of a file, opened one piece at a time: they are in memory and nowhere else. */
export async function openFile(
  database: Pick<Database, 'query'>,
  vault: Vault,
  importId: string,
  size: number,
): Promise<Buffer> {
  const file = Buffer.alloc(size);
  let at = 0;
  for (let ordinal = 0; at < size; ordinal++) {
    const [part] = await database.query<{ id: string; keyId: number; sealed: Buffer }>(
      'SELECT id, key_id AS "keyId", sealed FROM staged_part WHERE import_id = $1 AND ordinal = $2',
      [importId, ordinal],
    );
    const text = part && (await openSealed<string>(vault, 'staged_part', part));
    if (!text) throw new Error('A piece of an uploaded file is gone.');
    at += file.write(text, at, 'base64');
  }
  return file;
}

export async function forgetFile(tx: Pick<Transaction, 'query'>, importId: string): Promise<void> {
  await tx.query('DELETE FROM staged_part WHERE import_id = $1', [importId]);
  await tx.query('DELETE FROM staged_fix WHERE import_id = $1', [importId]);
}
