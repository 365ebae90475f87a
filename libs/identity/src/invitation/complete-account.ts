import type { Transaction } from '#database';
import { ConflictError } from '#kernel';
import { refusal } from '#messages';
import { isOfOrganizationOnly, leaveOpenId } from '../openid/leave-openid.js';
import type { HeldRole } from '../account/account-view.js';
import { conflictWhereTaken } from '../account/conflict-where-taken.js';
import { giveRole, type AccountSnapshot } from '../account/insert-account.js';

/** What an account gets besides what it has. */
export interface Addition {
  readonly role: HeldRole;
  readonly mediatorId: string | null;
  readonly organizationId: string | null;
}

/** Gives an account that is there (and locked) another role. @throws ConflictError where it is somebody else's already */
export async function completeAccount(
  tx: Transaction,
  account: AccountSnapshot,
  { role, mediatorId, organizationId }: Addition,
): Promise<AccountSnapshot> {
  const keeps = (has: string | null, gets: string | null) =>
    gets === null || has === null || has === gets;
  if (!keeps(account.mediatorId, mediatorId)) {
    throw new ConflictError(refusal('invitations.otherProfile'));
  }
  if (!keeps(account.organizationId, organizationId)) {
    throw new ConflictError(refusal('invitations.otherOrganization'));
  }
  const after = {
    ...account,
    mediatorId: mediatorId ?? account.mediatorId,
    organizationId: organizationId ?? account.organizationId,
    roles: [...account.roles, role],
  };
  await conflictWhereTaken(
    tx.query('UPDATE account SET mediator_id = $2, organization_id = $3 WHERE id = $1', [
      account.id,
      after.mediatorId,
      after.organizationId,
    ]),
  );
  await giveRole(tx, account.id, role);
  if (!isOfOrganizationOnly(after.roles)) await leaveOpenId(tx, account.id);
  return after;
}
