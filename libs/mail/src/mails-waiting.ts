import type { Transaction } from '#database';

/** The tables that hold mails. */
export const mailTables: readonly string[] = ['mail_message'];

/** The mails that wait for a mediator or these accounts, without addresses and words. */
export async function mailsWaiting(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
  accountIds: readonly string[],
): Promise<Record<string, unknown>[]> {
  const rows = await tx.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(m) - '{mediator_id,sealed,key_id}'::text[] AS row FROM mail_message m
     WHERE mediator_id = $1 OR account_id = ANY($2::uuid[])`,
    [mediatorId, accountIds],
  );
  return rows.map(({ row }) => row);
}
