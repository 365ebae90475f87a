import type { Transaction } from '#database';
import type { Vault } from './vault.js';

/** A sealed value as the columns of a row hold it. */
export interface SealedColumns {
  readonly keyId: number;
  readonly sealed: Buffer;
}

/**
 * Seals a value as JSON, by the key that is in force.
 *
 * @param place of the row, to which it is bound, such as `incident:<id>`
 */
export async function sealJson(
  tx: Pick<Transaction, 'query'>,
  vault: Pick<Vault, 'sealer'>,
  value: unknown,
  place: string,
): Promise<SealedColumns> {
  const { keyId, bytes } = (await vault.sealer(tx)).seal(JSON.stringify(value), place);
  return { keyId, sealed: bytes };
}

/** The value that `sealJson` sealed. @throws VaultError where it was changed, or is not in its place */
export async function openJson<T>(
  vault: Pick<Vault, 'open'>,
  { keyId, sealed }: SealedColumns,
  place: string,
): Promise<T> {
  return JSON.parse(await vault.open({ keyId, bytes: sealed }, place)) as T;
}
