import type { Reader, Transaction } from '#database';
import type { Viewer } from '#identity';
import type { ConsentPurpose } from '../profile/profile-record.js';

/** The other record's standing "no" becomes the kept one's. Gives the purposes to which that is new. */
export async function moveObjections(
  tx: Transaction,
  kept: string,
  other: string,
): Promise<ConsentPurpose[]> {
  const moved = await tx.query<{ purpose: ConsentPurpose }>(
    `INSERT INTO consent_objection (mediator_id, purpose, stated_at, stated_by)
     SELECT $1, purpose, stated_at, stated_by FROM consent_objection WHERE mediator_id = $2
     ON CONFLICT (mediator_id, purpose) DO NOTHING RETURNING purpose`,
    [kept, other],
  );
  return moved.map(({ purpose }) => purpose);
}

/** Takes back those that were moved, unless she has said no anew since. */
export async function returnObjections(
  tx: Transaction,
  kept: string,
  purposes: readonly ConsentPurpose[],
  mergedAt: string,
): Promise<void> {
  await tx.query(
    'DELETE FROM consent_objection WHERE mediator_id = $1 AND purpose = ANY($2) AND stated_at < $3',
    [kept, purposes, mergedAt],
  );
}

/**
 * Ends those consents of the kept record that the other record had taken back or objects to: of two
 * records of one woman the stricter counts, and no consent of the other one is carried over. Gives their ids.
 */
export async function endTakenBack(
  tx: Transaction,
  viewer: Viewer,
  kept: string,
  other: string,
): Promise<string[]> {
  const ended = await tx.query<{ id: string }>(
    `UPDATE consent SET withdrawn_at = now(), withdrawn_by = $3
     WHERE ${TAKEN_BACK} RETURNING id`,
    [kept, other, viewer.name],
  );
  return ended.map(({ id }) => id);
}

/** The purposes of the consents that `endTakenBack` would end. */
export async function purposesTakenBack(
  reader: Reader,
  kept: string,
  other: string,
): Promise<ConsentPurpose[]> {
  const rows = await reader.query<{ purpose: ConsentPurpose }>(
    `SELECT DISTINCT purpose FROM consent WHERE ${TAKEN_BACK} ORDER BY purpose`,
    [kept, other],
  );
  return rows.map(({ purpose }) => purpose);
}

/** Consents of the record `$1` that end because of what she said in the record `$2`. */
const TAKEN_BACK = `mediator_id = $1 AND withdrawn_at IS NULL AND purpose IN
       (SELECT purpose FROM consent WHERE mediator_id = $2 GROUP BY purpose HAVING bool_and(withdrawn_at IS NOT NULL)
        UNION SELECT purpose FROM consent_objection WHERE mediator_id = $2)`;

/** Puts those consents in force again, now that the two are known to be two, unless she has objected since. */
export async function giveBack(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE consent c SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = ANY($1::uuid[]) AND NOT EXISTS
       (SELECT FROM consent n WHERE n.mediator_id = c.mediator_id AND n.purpose = c.purpose AND n.withdrawn_at IS NULL)
     AND NOT EXISTS
       (SELECT FROM consent_objection o WHERE o.mediator_id = c.mediator_id AND o.purpose = c.purpose)`,
    [ids],
  );
}

/** Whoever withdrew a consent while the two were one was perhaps the other: it ends for both. */
export async function endWithdrawnSince(
  tx: Transaction,
  viewer: Viewer,
  merge: {
    readonly kept: string;
    readonly other: string;
    readonly mergedAt: string;
    readonly restored: readonly string[];
  },
): Promise<void> {
  await tx.query(
    `UPDATE consent SET withdrawn_at = now(), withdrawn_by = $5
     WHERE mediator_id = $2 AND withdrawn_at IS NULL AND purpose IN
       (SELECT purpose FROM consent WHERE mediator_id = $1 AND withdrawn_at > $3 AND id <> ALL($4::uuid[]))
       AND purpose NOT IN (SELECT purpose FROM consent WHERE mediator_id = $1 AND withdrawn_at IS NULL)`,
    [merge.kept, merge.other, merge.mergedAt, merge.restored, viewer.name],
  );
}
