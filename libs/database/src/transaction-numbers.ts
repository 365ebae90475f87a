import type { ClientBase } from 'pg';

/**
 * Where a change is known by the number of its transaction. The numbers count within one PostgreSQL server: on another
 * one, a row that came with a backup seems to be changed in the future, and whoever asks what has changed reads it again
 * and again.
 */
const NUMBERED = ['mediator', 'mediator_erased', 'pseudonym', 'search_withheld', 'search_pending'];

/** How many rows have the number of a transaction that this server has not begun yet. */
export async function countForeignNumbers(client: ClientBase): Promise<number> {
  const counts = NUMBERED.map(
    (table) => `SELECT count(*) AS rows FROM public.${table}, now WHERE changed_xid > xid`,
  );
  const { rows } = await client.query<{ count: number }>(
    `WITH now AS (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS xid)
     SELECT sum(rows)::int AS count FROM (${counts.join(' UNION ALL ')}) AS counted`,
  );
  return rows[0]?.count ?? 0;
}

/** Gives such rows the number of the transaction that runs, as if they had just been changed. */
export async function renumber(client: ClientBase): Promise<void> {
  for (const table of NUMBERED) {
    await client.query(
      `UPDATE public.${table} SET changed_xid = current_xid()
       WHERE changed_xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    );
  }
}
