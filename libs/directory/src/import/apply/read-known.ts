import type { Reader } from '#database';
import type { Candidate, Known } from './batch.js';

/** What earlier imports of the network said of these women, by external id. */
export async function readKnown(
  database: Reader,
  networkId: string,
  candidates: readonly Candidate[],
): Promise<Map<string, Known>> {
  const rows = await database.query<
    Omit<Known, 'names'> & { id: string; name: string | null; variants: string[] | null }
  >(
    `SELECT a.external_id AS id, a.mediator_id AS "mediatorId", a.asserted_digest AS digest,
       m.merged_into IS NOT NULL AS merged, a.asserted ->> 'fullName' AS name,
       a.asserted -> 'nameVariants' AS variants
     FROM affiliation a JOIN mediator m ON m.id = a.mediator_id WHERE a.network_id = $1 AND a.external_id = ANY($2)`,
    [networkId, candidates.map(({ draft }) => draft.externalId)],
  );
  return new Map(
    rows.map(({ id, name, variants, ...known }) => [
      id,
      { ...known, names: [...(name === null ? [] : [name]), ...(variants ?? [])] },
    ]),
  );
}
