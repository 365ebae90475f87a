import type { Reader } from '#database';

/** Women at work: whom these deployments, incidents, openings of emergency contacts and second places are about, each once. */
export async function womenOfDeployments(
  reader: Reader,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT mediator_id AS id FROM deployment WHERE id = ANY($1::uuid[])
       OR id IN (SELECT deployment_id FROM incident WHERE id = ANY($1::uuid[]))
       OR id IN (SELECT deployment_id FROM emergency_opening WHERE id = ANY($1::uuid[]))
       OR id IN (SELECT deployment_id FROM alongside_place WHERE id = ANY($1::uuid[]))
     UNION SELECT mediator_id FROM alongside_place WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
