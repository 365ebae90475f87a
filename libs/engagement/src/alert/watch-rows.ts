import type { Transaction } from '#database';
import { selectHeld } from '#directory';
import type { EligibleWoman } from './eligible-women.js';

/**
 * Writes down who is eligible for a need; whoever was before, or was shown to its organizers, is not new. Nobody is new
 * where `news` is false. Whoever was erased or called otherwise since the look is left out.
 */
const WRITE = `
WITH found AS (
  SELECT * FROM json_to_recordset($3) AS f("mediatorId" uuid, "publicId" uuid)
), there AS (
  ${selectHeld('IN (SELECT "mediatorId" FROM found)')}
)
INSERT INTO need_watch_woman (need_id, public_id, mediator_id, found_at, news)
SELECT $1, f."publicId", f."mediatorId", $2, $4 AND NOT EXISTS (
  SELECT FROM exposure e WHERE e.need_id = $1 AND e.public_id = f."publicId")
FROM found f JOIN there ON there.id = f."mediatorId" AND there.public_id = f."publicId"
ON CONFLICT (need_id, public_id) DO NOTHING
RETURNING news`;

/** Gives how many are new. */
export async function writeWomen(
  tx: Transaction,
  needId: string,
  at: Date,
  women: readonly EligibleWoman[],
  news: boolean,
): Promise<number> {
  const rows = await tx.query<{ news: boolean }>(WRITE, [needId, at, JSON.stringify(women), news]);
  return rows.filter((row) => row.news).length;
}
