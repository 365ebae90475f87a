import type { Transaction } from '#database';
import type { Mapping } from '#directory';
import type { Vault } from '#vault';

/** Shapes that are remembered of one network; the one that was not used for longest goes first. */
const MOST_SHAPES = 100;

/** Keyed: the headers of a list say how a network works. */
export function shapeKeyOf(vault: Vault, networkId: string, shape: string): string {
  return vault.fingerprint(`import-shape:${networkId}:${shape}`);
}

/** Remembers how a list of this shape was read. */
export async function remember(
  tx: Pick<Transaction, 'query'>,
  {
    networkId,
    shapeKey,
    mapping,
    sheets,
  }: {
    readonly networkId: string;
    readonly shapeKey: string | null;
    readonly mapping: Mapping;
    readonly sheets: readonly string[];
  },
): Promise<void> {
  if (shapeKey === null) return;
  await tx.query(
    `INSERT INTO import_memory (network_id, shape_key, mapping, sheets) VALUES ($1, $2, $3, $4)
     ON CONFLICT (network_id, shape_key) DO UPDATE SET mapping = excluded.mapping, sheets = excluded.sheets,
       used_at = now()`,
    [networkId, shapeKey, JSON.stringify(mapping), sheets],
  );
  await tx.query(
    `DELETE FROM import_memory WHERE network_id = $1 AND shape_key NOT IN
       (SELECT shape_key FROM import_memory WHERE network_id = $1 ORDER BY used_at DESC, shape_key LIMIT $2)`,
    [networkId, MOST_SHAPES],
  );
}

/** Reads an import as a list of its shape was read before. Says whether there was one that says anything. */
export async function recall(
  tx: Pick<Transaction, 'query'>,
  networkId: string,
  importId: string,
  shapeKeys: readonly string[],
): Promise<boolean> {
  const rows = await tx.query(
    `WITH recalled AS (
       UPDATE staged_import i SET mapping = m.mapping, sheets = m.sheets, remembered = true, state = 'mapped',
         revision = i.revision + 1
       FROM import_memory m
       WHERE i.id = $2 AND m.network_id = $1 AND m.shape_key = ANY($3) AND (m.mapping <> i.mapping OR m.sheets <> i.sheets)
       RETURNING i.id)
     SELECT id FROM recalled`,
    [networkId, importId, shapeKeys],
  );
  return rows.length > 0;
}
