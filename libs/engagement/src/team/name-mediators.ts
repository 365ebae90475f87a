import type { Transaction } from '#database';

/**
 * Ties a run to the women it names, so that it goes when one of them goes. Returns how many of them
 * are there; their rows stay until this transaction ends.
 */
export async function nameMediators(
  tx: Transaction,
  runId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const there = await tx.query<{ id: string }>(
    'SELECT id FROM mediator WHERE id = ANY ($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [[...new Set(ids)]],
  );
  await tx.query(
    `INSERT INTO team_run_mediator (run_id, mediator_id)
     SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [runId, there.map(({ id }) => id)],
  );
  return there.length;
}
