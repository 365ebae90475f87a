import type { Reader } from '#database';
import { hidden, type Viewer } from '#identity';

/** A woman as policy sees her: who she is and which networks list her now. */
export interface LockedMediator {
  readonly mediatorId: string;
  readonly networkIds: readonly string[];
}

/**
 * The woman of this id, kept from changing until the transaction ends. An id whose record was merged into
 * another stands for that one: what she decides is decided of the record that is shown.
 *
 * @throws NotFoundError where there is none, and likewise where the viewer may not; NotPermittedError
 * where nobody has signed in.
 */
export async function lockMediator(
  tx: Reader,
  viewer: Viewer,
  mediatorId: string,
  isPermitted: (woman: LockedMediator) => boolean,
): Promise<LockedMediator> {
  const [woman] = await tx.query<LockedMediator>(
    `SELECT m.id AS "mediatorId", ARRAY(SELECT DISTINCT a.network_id::text FROM affiliation a
       JOIN mediator o ON o.id = a.mediator_id
       WHERE (o.id = m.id OR o.merged_into = m.id) AND a.status <> 'ended' ORDER BY 1) AS "networkIds"
     FROM mediator m WHERE m.id = (SELECT coalesce(merged_into, id) FROM mediator WHERE id = $1) FOR NO KEY UPDATE`,
    [mediatorId],
  );
  if (woman && isPermitted(woman)) return woman;
  throw hidden(viewer, 'profile');
}
