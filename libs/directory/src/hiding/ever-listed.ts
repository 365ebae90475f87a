import type { Reader } from '#database';
import { partsOf } from './held-women.js';

/**
 * The women whom these networks and their chapters list, or listed once, by the record that stands for each: a list or a backup
 * that was lost has them all.
 */
export async function womenEverListedBy(
  reader: Reader,
  networkIds: readonly string[],
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT DISTINCT coalesce(m.merged_into, m.id) AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
     WHERE a.network_id IN ${partsOf('ANY($1::uuid[])')}`,
    [networkIds],
  );
  return rows.map(({ id }) => id);
}
