import type { Transaction } from '#database';
import type { Vault } from '#vault';
import { openPerson, type SealedRow } from './person.js';

/**
 * Addresses that mediators have proved to be theirs, by a link that was sent there: one for each that has such an account, by
 * mediator. Who was invited by hand has proved nothing.
 */
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
  return new Map(
    rows.flatMap(({ mediatorId }, n): [string, string][] => {
      const person = people[n];
      return person && !person.unproved ? [[mediatorId, person.email]] : [];
    }),
  );
}
