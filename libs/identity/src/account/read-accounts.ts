import type { Database, Reader } from '#database';
import type { Vault } from '#vault';
import { In } from 'typeorm';
import { toOrganizationView } from '../organization/organization.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import type { AccountView, HeldRole } from './account-view.js';
import type { AccountSnapshot } from './insert-account.js';
import { openPerson } from './person.js';

interface Factors {
  readonly id: string;
  readonly enrolled: boolean;
  readonly codes: number;
}

/** Accounts (organizations loaded) as they are shown, in the same order; statements do not grow with them. */
export async function readAccounts(
  database: Database,
  vault: Vault,
  accounts: readonly AccountEntity[],
): Promise<AccountView[]> {
  const ids = accounts.map(({ id }) => id);
  const roles = await database.manager
    .getRepository(AccountRoleEntity)
    .find({ where: { accountId: In(ids) }, order: { id: 'ASC' } });
  const factors = await database.query<Factors>(
    `SELECT id, EXISTS (SELECT FROM account_totp t WHERE t.account_id = a.id AND confirmed) AS enrolled,
       (SELECT count(*)::int FROM recovery_code c WHERE c.account_id = a.id) AS codes
     FROM account a WHERE id = ANY($1)`,
    [ids],
  );
  const factorsOf = new Map(factors.map((row) => [row.id, row]));
  return Promise.all(
    accounts.map(async (account) => ({
      id: account.id,
      ...(await openPerson(vault, account)),
      locale: account.locale,
      state: account.state,
      roles: roles
        .filter(({ accountId }) => accountId === account.id)
        .map(({ role, networkId }) => ({ role, networkId })),
      organization: account.organization && toOrganizationView(account.organization),
      mediatorId: account.mediatorId,
      secondFactor: factorsOf.get(account.id)?.enrolled ?? false,
      recoveryCodesLeft: factorsOf.get(account.id)?.codes ?? 0,
      createdAt: account.createdAt,
    })),
  );
}

/** An account for the audit log, locked until the transaction ends; null where there is none. */
export async function lockAccount(tx: Reader, id: string): Promise<AccountSnapshot | null> {
  const [row] = await tx.query<Omit<AccountSnapshot, 'roles'>>(
    `SELECT id, state, mediator_id AS "mediatorId", organization_id AS "organizationId"
     FROM account WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) return null;
  const roles = await tx.query<HeldRole>(
    'SELECT role, network_id AS "networkId" FROM account_role WHERE account_id = $1 ORDER BY id',
    [id],
  );
  return { ...row, roles };
}
