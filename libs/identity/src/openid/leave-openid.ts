import type { Transaction } from '#database';
import { endSessions } from '../account/end-sessions.js';

/** Roles that the service of an organization may sign in: whoever rules it could come in as any of its people. */
const SIGNED_IN_BY_OTHERS: ReadonlySet<string> = new Set(['organizer', 'focal-point']);

/** Whether an account is nothing but one of its organization's. */
export function isOfOrganizationOnly(roles: readonly { readonly role: string }[]): boolean {
  return roles.length > 0 && roles.every(({ role }) => SIGNED_IN_BY_OTHERS.has(role));
}

/**
 * Where an account becomes more than that, the service of its organization opens it no longer, and
 * sessions that may have been begun through it end.
 */
export async function leaveOpenId(
  tx: Pick<Transaction, 'query'>,
  accountId: string,
): Promise<void> {
  const left = await tx.query(
    'DELETE FROM openid_identity WHERE account_id = $1 RETURNING account_id',
    [accountId],
  );
  if (left.length > 0) await endSessions(tx, accountId);
}
