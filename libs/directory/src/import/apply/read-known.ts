import type { Reader } from '#database';
import { safeReject, type Reject } from '../row/reject.js';
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

/** Forgets the external ids of an earlier import, finished or not. */
export async function forgetSeen(database: Reader, networkId: string): Promise<void> {
  await database.query('DELETE FROM import_seen WHERE network_id = $1', [networkId]);
}

/** Parts the rows whose external id stood in the file before from the others, and says where it stood. */
export async function partRepeated(
  database: Reader,
  networkId: string,
  candidates: readonly Candidate[],
): Promise<{ first: Candidate[]; repeated: Reject[] }> {
  const rows = candidates.map(({ row, draft }) => ({ row, id: draft.externalId }));
  const seen = await database.query<{ id: string; row: number }>(
    `WITH given AS (SELECT * FROM json_to_recordset($2) AS g(row int, id text)),
       added AS (INSERT INTO import_seen SELECT $1, id, row FROM given ORDER BY row
                 ON CONFLICT DO NOTHING RETURNING external_id, row)
     SELECT external_id AS id, row FROM added
     UNION SELECT external_id, row FROM import_seen
       WHERE network_id = $1 AND external_id = ANY (ARRAY(SELECT id FROM given))`,
    [networkId, JSON.stringify(rows)],
  );
  const rowOf = new Map(seen.map(({ id, row }) => [id, row]));
  const repeated: Reject[] = [];
  const first = candidates.filter(({ row, idColumn, draft: { externalId } }) => {
    const earlier = rowOf.get(externalId);
    if (earlier === undefined || earlier === row) return true;
    const reason = `This number stands in row ${earlier} already.`;
    repeated.push(safeReject({ row, column: idColumn, value: externalId, reason, suggestion: '' }));
    return false;
  });
  return { first, repeated };
}
