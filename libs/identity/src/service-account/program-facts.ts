import type { Reader } from '#database';

const IS_LIVE = 'revoked_at IS NULL AND expires_at > now()';

/** For a query of the same database: service accounts whose tokens are accepted now. Selects `id`, `clearance`. */
export const SELECT_LIVE_PROGRAMS = `SELECT id,
  CASE WHEN 'directory.read' = ANY(scopes) THEN 'VETTED' ELSE 'PUBLIC' END AS clearance
  FROM service_account WHERE ${IS_LIVE}`;

/** What other rooms may know of a service account. */
export interface ProgramFacts {
  /** As the audit log names who made it. */
  readonly createdBy: string;
  /** The network that it is for; null if it is for none or for several. */
  readonly networkId: string | null;
  /** Whether its token is accepted now. */
  readonly live: boolean;
}

/**
 * A service account as the reader's transaction sees it; null if there is none.
 *
 * @param hold whether it stays as it is until that transaction ends
 */
export async function programFacts(
  reader: Reader,
  id: string,
  hold = false,
): Promise<ProgramFacts | null> {
  const [facts] = await reader.query<ProgramFacts>(
    `SELECT created_by AS "createdBy", CASE cardinality(network_ids) WHEN 1 THEN network_ids[1] END AS "networkId",
       ${IS_LIVE} AS live FROM service_account WHERE id = $1 ${hold ? 'FOR SHARE' : ''}`,
    [id],
  );
  return facts ?? null;
}
