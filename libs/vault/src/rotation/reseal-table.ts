import type { OwnerTransaction } from '#database';
import type { Vault } from '../vault.js';
import type { SealedTable } from './sealed-table.js';

type Row = { readonly id: string } & Record<string, Buffer | null>;

/** Does something in one transaction of the owner of the tables. */
export type AsOwner = <T>(work: (tx: OwnerTransaction) => Promise<T>) => Promise<T>;

const BATCH = 500;
const START = '00000000-0000-0000-0000-000000000000';

/**
 * Seals the rows of one table anew that a retired key opens, a batch in each transaction. A batch leaves
 * out the rows that a writer has locked, so that the two never wait for each other in a circle; those come
 * last, one by one.
 */
export async function resealTable(
  asOwner: AsOwner,
  vault: Vault,
  table: SealedTable,
  keyId: number,
  onResealed: (rows: number) => void,
): Promise<void> {
  const reseal = async (limit: number, lock: string, after: string): Promise<string | null> => {
    const ids = await asOwner(async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT ${table.id}::text AS id, ${table.columns.join(', ')} FROM ${table.name}
         WHERE key_id = $1 AND ${table.id} > $2 ORDER BY ${table.id} LIMIT ${limit} ${lock}`,
        [keyId, after],
      );
      if (rows.length > 0) await resealRows(tx, vault, table, keyId, rows);
      return rows.map(({ id }) => id);
    });
    if (ids.length > 0) onResealed(ids.length);
    return ids.at(-1) ?? null;
  };
  let after: string | null = START;
  while (after !== null) after = await reseal(BATCH, 'FOR UPDATE SKIP LOCKED', after);
  while ((await reseal(1, 'FOR UPDATE', START)) !== null);
}

async function resealRows(
  tx: OwnerTransaction,
  vault: Vault,
  { name, id: key, columns, place }: SealedTable,
  keyId: number,
  rows: readonly Row[],
): Promise<void> {
  const sealer = await vault.sealer(tx);
  const resealed = await Promise.all(
    rows.map(async (row) => {
      const values = columns.map(async (column): Promise<[string, string | null]> => {
        const bytes = row[column] ?? null;
        if (bytes === null) return [column, null];
        const there = place(row.id, column);
        const sealed = sealer.seal(await vault.open({ keyId, bytes }, there), there);
        return [column, `\\x${sealed.bytes.toString('hex')}`];
      });
      return { id: row.id, ...Object.fromEntries(await Promise.all(values)) };
    }),
  );
  const types = columns.map((column) => `${column} bytea`).join(', ');
  const assigned = columns.map((column) => `${column} = r.${column}`).join(', ');
  await tx.query(
    `UPDATE ${name} t SET key_id = $2, ${assigned} FROM json_to_recordset($1) AS r(id uuid, ${types})
     WHERE t.${key} = r.id`,
    [JSON.stringify(resealed), sealer.keyId],
  );
}
