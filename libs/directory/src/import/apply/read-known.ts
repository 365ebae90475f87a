import type { Reader } from '#database';
import type { Candidate, Known } from './batch.js';

/** What earlier imports of the network said of these women, by external id. */
export async function readKnown(
  database: Reader,
  networkId: string,
  candidates: readonly Candidate[],
): Promise<Map<string, Known>> {
  const rows = await database.query<Known & { id: string }>(
    `SELECT external_id AS id, mediator_id AS "mediatorId", asserted_digest AS digest,
       m.merged_into IS NOT NULL AS merged
     FROM affiliation JOIN mediator m ON m.id = mediator_id WHERE network_id = $1 AND external_id = ANY($2)`,
    [networkId, candidates.map(({ draft }) => draft.externalId)],
  );
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}
