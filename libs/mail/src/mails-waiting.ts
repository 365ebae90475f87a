import type { Transaction } from '#database';
import type { MailChannel } from './sealed-mail.js';

/** The tables that hold mails. */
export const mailTables: readonly string[] = ['mail_message'];

/** Drops what waits to be sent to these mediators this way, as when others may look at it. */
export async function dropWaiting(
  tx: Pick<Transaction, 'query'>,
  mediatorIds: readonly string[],
  channels: readonly MailChannel[],
): Promise<void> {
  await tx.query(
    'DELETE FROM mail_message WHERE mediator_id = ANY($1::uuid[]) AND channel = ANY($2::text[])',
    [mediatorIds, channels],
  );
}

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
