import type { Transaction } from '#database';

/**
 * Ends those consents of the kept record that the other record had taken back: of two records of one
 * woman the stricter counts, and no consent of the other one is carried over. Gives their ids.
 */
export async function endTakenBack(
  tx: Transaction,
  kept: string,
  other: string,
): Promise<string[]> {
  const ended = await tx.query<{ id: string }>(
    `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $1 AND withdrawn_at IS NULL AND purpose IN
       (SELECT purpose FROM consent WHERE mediator_id = $2 GROUP BY purpose HAVING bool_and(withdrawn_at IS NOT NULL))
     RETURNING id`,
    [kept, other],
  );
  return ended.map(({ id }) => id);
}

/** Puts those consents in force again, now that the two are known to be two. */
export async function giveBack(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE consent c SET withdrawn_at = NULL WHERE id = ANY($1::uuid[]) AND NOT EXISTS
       (SELECT FROM consent n WHERE n.mediator_id = c.mediator_id AND n.purpose = c.purpose AND n.withdrawn_at IS NULL)`,
    [ids],
  );
}

/** Whoever withdrew a consent while the two were one was perhaps the other: it ends for both. */
export async function endWithdrawnSince(
  tx: Transaction,
  merge: {
    readonly kept: string;
    readonly other: string;
    readonly mergedAt: string;
    readonly restored: readonly string[];
  },
): Promise<void> {
  await tx.query(
    `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $2 AND withdrawn_at IS NULL AND purpose IN
       (SELECT purpose FROM consent WHERE mediator_id = $1 AND withdrawn_at > $3 AND id <> ALL($4::uuid[]))
       AND purpose NOT IN (SELECT purpose FROM consent WHERE mediator_id = $1 AND withdrawn_at IS NULL)`,
    [merge.kept, merge.other, merge.mergedAt, merge.restored],
  );
}
