import type { Transaction } from '#database';
import type { Locale } from '#vocabulary';

/** Whether somebody signs in to this record. */
export async function hasAccount(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
): Promise<boolean> {
  const accounts = await tx.query('SELECT FROM account WHERE mediator_id = $1', [mediatorId]);
  return accounts.length > 0;
}

/** The account by which a mediator signs in, and its language; null if there is none. */
export async function accountOf(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
): Promise<{ readonly id: string; readonly locale: Locale } | null> {
  const [account] = await tx.query<{ id: string; locale: Locale }>(
    `SELECT id, locale FROM account WHERE mediator_id = $1 AND state = 'active'`,
    [mediatorId],
  );
  return account ?? null;
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
