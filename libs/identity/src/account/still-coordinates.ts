import type { Reader } from '#database';

const PERSON = `SELECT a.state = 'active' AND EXISTS (
    SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = 'coordinator' AND r.network_id = $2) AS still
  FROM account a WHERE 'user:' || a.id = $1 FOR SHARE OF a`;

const PROGRAM = `SELECT revoked_at IS NULL AND expires_at > now() AND 'profiles.write' = ANY(scopes)
    AND $2::uuid = ANY(network_ids) AS still
  FROM service_account WHERE 'service:' || id = $1 FOR SHARE`;

/**
 * Whether whoever asked for work on a network's list may have it go on: her account is not shut and coordinates the network,
 * or the program's token is accepted and may write its profiles. Whoever shuts it meanwhile waits until the transaction ends.
 *
 * @param name as the audit log has it; one that belongs to no account here has lost nothing
 */
export async function stillCoordinates(
  tx: Reader,
  name: string,
  networkId: string,
): Promise<boolean> {
  for (const sql of [PERSON, PROGRAM]) {
    const [found] = await tx.query<{ still: boolean }>(sql, [name, networkId]);
    if (found) return found.still;
  }
  return true;
}
