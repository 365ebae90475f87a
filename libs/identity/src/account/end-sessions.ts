import type { Transaction } from '#database';

/** Ends an account's sessions, all of them or all but one; their tokens work no more. Gives how many. */
export async function endSessions(
  tx: Pick<Transaction, 'query'>,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  const ended = await tx.query(
    `UPDATE session SET ended_at = now()
     WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2 RETURNING id`,
    [accountId, except],
  );
  return ended.length;
}
