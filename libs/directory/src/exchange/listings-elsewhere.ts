import type { Transaction } from '#database';
import { uuidv7 } from 'uuidv7';

/**
 * What was found with a partner takes the place of what was. What a woman has said stays. Women are held first, as by whoever
 * erases or merges.
 */
export async function writeListings(
  tx: Transaction,
  partnerId: string,
  mediatorIds: readonly string[],
): Promise<void> {
  await tx.query('SELECT FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE', [
    mediatorIds,
  ]);
  await tx.query(
    `DELETE FROM listed_elsewhere WHERE partner_id = $1 AND state = 'open' AND mediator_id <> ALL($2::uuid[])`,
    [partnerId, mediatorIds],
  );
  const rows = mediatorIds.map((mediatorId) => ({ id: uuidv7(), mediator_id: mediatorId }));
  await tx.query(
    `INSERT INTO listed_elsewhere (id, mediator_id, partner_id)
     SELECT r.id, m.id, $1 FROM json_to_recordset($2) AS r(id uuid, mediator_id uuid) JOIN mediator m ON m.id = r.mediator_id
     ON CONFLICT (mediator_id, partner_id) DO NOTHING`,
    [partnerId, JSON.stringify(rows)],
  );
}
