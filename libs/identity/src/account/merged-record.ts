import type { Transaction } from '#database';

/** Whether somebody signs in to this record. */
export async function hasAccount(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
): Promise<boolean> {
  const accounts = await tx.query('SELECT FROM account WHERE mediator_id = $1', [mediatorId]);
  return accounts.length > 0;
}

/** Revokes what invites to this record: nobody is to get an account of it any more. */
export async function revokeInvitationsTo(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
): Promise<void> {
  await tx.query(
    `UPDATE invitation SET state = 'revoked' WHERE mediator_id = $1 AND state = 'open'`,
    [mediatorId],
  );
}
