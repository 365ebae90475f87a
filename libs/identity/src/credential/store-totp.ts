import type { Transaction } from '#database';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';

/** Stores the secret of an authenticator, in use or begun, instead of another that is so. */
export async function storeTotp(
  tx: Pick<Transaction, 'query'>,
  vault: Vault,
  accountId: string,
  secret: string,
  confirmed: boolean,
): Promise<void> {
  const id = uuidv7();
  const { keyId, bytes } = (await vault.sealer(tx)).seal(secret, totpPlace(id));
  await tx.query('DELETE FROM account_totp WHERE account_id = $1 AND confirmed = $2', [
    accountId,
    confirmed,
  ]);
  await tx.query(
    'INSERT INTO account_totp (id, account_id, key_id, sealed, confirmed) VALUES ($1, $2, $3, $4, $5)',
    [id, accountId, keyId, bytes, confirmed],
  );
}

/** What a sealed secret is bound to. */
export function totpPlace(id: string): string {
  return `account_totp:${id}`;
}
