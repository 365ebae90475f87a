import type { Transaction } from '#database';
import type { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { AccountEntity } from './account.entity.js';
import { ACCOUNT_STEPS, type AccountState } from './account-steps.js';
import { AccountRoleEntity } from './account-role.entity.js';
import type { HeldRole } from './account-view.js';
import { conflictWhereTaken } from './conflict-where-taken.js';
import { emailIndex, normalizedEmail } from './email.js';
import { sealPerson, type Person } from './person.js';

/** What a new account is made of. */
export interface AccountDraft extends Person {
  readonly locale: Locale;
  readonly mediatorId?: string | null;
  readonly organizationId?: string | null;
  readonly roles: readonly HeldRole[];
}

/** What the audit log takes the hash of: nothing that names her. */
export interface AccountSnapshot {
  readonly id: string;
  readonly state: AccountState;
  readonly mediatorId: string | null;
  readonly organizationId: string | null;
  readonly roles: readonly HeldRole[];
}

/** Adds an account, in the transaction of what it is made for. @throws ConflictError */
export async function insertAccount(
  tx: Transaction,
  vault: Vault,
  { email, name, unproved, locale, mediatorId = null, organizationId = null, roles }: AccountDraft,
): Promise<AccountSnapshot> {
  const id = uuidv7();
  const address = normalizedEmail(email);
  const sealer = await vault.sealer(tx);
  const { keyId, bytes } = sealPerson(sealer, id, { email: address, name: name.trim(), unproved });
  await conflictWhereTaken(
    tx.manager.insert(AccountEntity, {
      id,
      keyId,
      sealed: bytes,
      emailIndex: emailIndex(vault, address),
      locale,
      mediatorId,
      organizationId,
    }),
  );
  for (const role of roles) await giveRole(tx, id, role);
  return { id, state: ACCOUNT_STEPS.table.initial, mediatorId, organizationId, roles };
}

/** Gives an account a role, unless it has it. */
export async function giveRole(
  tx: Transaction,
  accountId: string,
  { role, networkId }: HeldRole,
): Promise<void> {
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(AccountRoleEntity)
    .values({ id: uuidv7(), accountId, role, networkId })
    .orIgnore()
    .execute();
}
