import type { Transaction } from '#database';

/** Gives an account the password of a hash. */
export async function setPassword(
  tx: Pick<Transaction, 'query'>,
  accountId: string,
  hash: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO account_password (account_id, hash) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash, changed_at = now()`,
    [accountId, hash],
  );
}
