import type { ClientBase } from 'pg';

/**
 * Tables whose rows are known by the number of the transaction that changed them. The numbers count within one PostgreSQL
 * server: on another one, a row that came with a backup seems to be changed in the future, and whoever asks what has
 * changed reads it again and again.
 */
const NUMBERED = `SELECT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
  WHERE attname = 'changed_xid' AND NOT attisdropped AND relkind = 'r' AND relnamespace = 'public'::regnamespace`;

const IS_FOREIGN = 'changed_xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint';

/** How many rows have the number of a transaction that this server has not begun yet. */
export async function countForeignNumbers(client: ClientBase): Promise<number> {
  let count = 0;
  for (const table of await numberedTables(client)) {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${IS_FOREIGN}`,
    );
    count += rows[0]?.count ?? 0;
  }
  return count;
}

/** Gives such rows the number of the transaction that runs, as if they had just been changed. */
export async function renumber(client: ClientBase): Promise<void> {
  for (const table of await numberedTables(client)) {
    await client.query(`UPDATE ${table} SET changed_xid = current_xid() WHERE ${IS_FOREIGN}`);
  }
}

async function numberedTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(NUMBERED);
  return rows.map(({ name }) => name);
}
