import type { Transaction } from '#database';
import type { Vault } from '#vault';
import { openPerson, type SealedRow } from './person.js';

/** Addresses that mediators have proved to be theirs, for they sign in by them: one for each that has an account, by mediator. */
export async function accountAddresses(
  tx: Transaction,
  vault: Vault,
  mediatorIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<SealedRow & { readonly mediatorId: string }>(
    `SELECT id, key_id AS "keyId", sealed, mediator_id AS "mediatorId" FROM account
     WHERE mediator_id = ANY($1::uuid[]) AND state = 'active'`,
    [mediatorIds],
  );
  const people = await Promise.all(rows.map((row) => openPerson(vault, row)));
  return new Map(rows.map(({ mediatorId }, n) => [mediatorId, people[n]?.email ?? '']));
}
