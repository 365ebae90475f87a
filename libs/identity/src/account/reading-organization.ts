import type { Reader } from '#database';

/** Roles in which a person reads for her organization. */
const FOR_AN_ORGANIZATION = ['organizer', 'focal-point'];

/** The organization for which the person of an account reads; null where she reads for none, or there is none. */
export async function readingOrganization(
  reader: Reader,
  accountId: string,
): Promise<string | null> {
  const [account] = await reader.query<{ organizationId: string | null }>(
    `SELECT organization_id AS "organizationId" FROM account a WHERE a.id = $1 AND a.state = 'active'
       AND EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY($2))`,
    [accountId, FOR_AN_ORGANIZATION],
  );
  return account?.organizationId ?? null;
}
