import type { Reader } from '#database';
import type { Vault } from '#vault';
import { openPerson, type SealedRow } from './person.js';

/** Accounts of those who coordinate a network and can sign in, in order of id. */
export async function coordinatorsOf(reader: Reader, networkId: string): Promise<string[]> {
  return active(reader, `r.role = 'coordinator' AND r.network_id = $1`, [networkId]);
}

/** Accounts of those who organize for an organization and can sign in, in order of id. */
export async function organizersOf(reader: Reader, organizationId: string): Promise<string[]> {
  return actingFor(reader, organizationId, 'organizer');
}

/** Accounts of this role that act for an organization and can sign in, in order of id. */
export async function actingFor(
  reader: Reader,
  organizationId: string,
  role: 'organizer' | 'focal-point',
): Promise<string[]> {
  return active(reader, 'r.role = $2 AND a.organization_id = $1', [organizationId, role]);
}

/** The networks that an account coordinates, whether or not it can sign in. */
export async function networksOfAccount(reader: Reader, accountId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT network_id AS id FROM account_role WHERE account_id = $1 AND role = 'coordinator' AND network_id IS NOT NULL`,
    [accountId],
  );
  return rows.map(({ id }) => id);
}

/** Whether an account is that of a mediator, who reads and changes her own profile by it. */
export async function isOfMediator(reader: Reader, accountId: string): Promise<boolean> {
  const rows = await reader.query('SELECT FROM account WHERE id = $1 AND mediator_id IS NOT NULL', [
    accountId,
  ]);
  return rows.length > 0;
}

/** Accounts of administrators who can sign in, in order of id. */
export async function administrators(reader: Reader): Promise<string[]> {
  return active(reader, `r.role = 'administrator'`, []);
}

async function active(reader: Reader, which: string, parameters: unknown[]): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT DISTINCT a.id FROM account a JOIN account_role r ON r.account_id = a.id
     WHERE a.state = 'active' AND ${which} ORDER BY a.id`,
    parameters,
  );
  return rows.map(({ id }) => id);
}

/** The names of the people to whom these accounts belong, by account. For whoever works with them. */
export async function namesOfAccounts(
  reader: Reader,
  vault: Vault,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<SealedRow>(
    'SELECT id, key_id AS "keyId", sealed FROM account WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const named = await Promise.all(
    rows.map(async (row) => [row.id, (await openPerson(vault, row)).name] as const),
  );
  return new Map(named);
}
