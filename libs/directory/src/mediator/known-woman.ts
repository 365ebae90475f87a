import type { Reader } from '#database';
import { NotFoundError, NotPermittedError, type Viewer } from '#identity';

/** A woman as policy sees her: who she is and which networks list her now. */
export interface KnownWoman {
  readonly mediatorId: string;
  readonly networkIds: readonly string[];
}

/**
 * The woman of this id, kept from changing until the transaction ends.
 *
 * @throws NotFoundError where there is none, and likewise where the viewer may not; NotPermittedError
 * where nobody has signed in.
 */
export async function knownWoman(
  tx: Reader,
  viewer: Viewer,
  mediatorId: string,
  isPermitted: (woman: KnownWoman) => boolean,
): Promise<KnownWoman> {
  const [woman] = await tx.query<KnownWoman>(
    `SELECT m.id AS "mediatorId", ARRAY(SELECT a.network_id::text FROM affiliation a
       WHERE a.mediator_id = m.id AND a.status <> 'ended' ORDER BY 1) AS "networkIds"
     FROM mediator m WHERE m.id = $1 FOR NO KEY UPDATE`,
    [mediatorId],
  );
  if (woman && isPermitted(woman)) return woman;
  if (viewer.userId === null) throw new NotPermittedError(false);
  throw new NotFoundError('profile');
}

/** Her own id. @throws NotPermittedError where the viewer has no profile. */
export function ownId({ mediatorId, userId }: Viewer): string {
  if (mediatorId === null) throw new NotPermittedError(userId !== null);
  return mediatorId;
}
