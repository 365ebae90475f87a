import type { Transaction } from '#database';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import type { FileReading } from './import-content.js';
import { openSealed, sealerOf } from './sealed.js';

/** Shapes that are remembered of one network; the one that was not used for longest goes first. */
const MOST_SHAPES = 100;

/** What is remembered of how a list was read: no row of it. */
export type Remembered = Pick<FileReading, 'mapping' | 'sheets'>;

/** Keyed: the headers of a list say how a network works. */
export function shapeKeyOf(vault: Vault, networkId: string, shape: string): string {
  return vault.fingerprint(`import-shape:${networkId}:${shape}`);
}

/** Remembers how a list of this shape was read. */
export async function remember(
  tx: Transaction,
  vault: Vault,
  { networkId, shapeKey }: { readonly networkId: string; readonly shapeKey: string | null },
  { mapping, sheets }: Remembered,
): Promise<void> {
  if (shapeKey === null) return;
  const id = uuidv7();
  const seal = await sealerOf(vault, tx, 'import_memory');
  const { key_id: keyId, sealed } = seal(id, { mapping, sheets } satisfies Remembered);
  await tx.query(
    `INSERT INTO import_memory (id, network_id, shape_key, key_id, sealed) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (network_id, shape_key) DO UPDATE SET
       (id, key_id, sealed, used_at) = (excluded.id, excluded.key_id, excluded.sealed, now())`,
    [id, networkId, shapeKey, keyId, sealed],
  );
  await tx.query(
    `DELETE FROM import_memory WHERE network_id = $1 AND shape_key NOT IN
       (SELECT shape_key FROM import_memory WHERE network_id = $1 ORDER BY used_at DESC, shape_key LIMIT $2)`,
    [networkId, MOST_SHAPES],
  );
}

/** How a list of one of these shapes was read last; null where none was. */
export async function recall(
  tx: Pick<Transaction, 'query'>,
  vault: Vault,
  networkId: string,
  shapeKeys: readonly string[],
): Promise<Remembered | null> {
  const [found] = await tx.query<{ id: string; keyId: number; sealed: Buffer }>(
    `SELECT id, key_id AS "keyId", sealed FROM import_memory WHERE network_id = $1 AND shape_key = ANY($2)
     ORDER BY used_at DESC, shape_key LIMIT 1`,
    [networkId, shapeKeys],
  );
  return found ? openSealed<Remembered>(vault, 'import_memory', found) : null;
}
