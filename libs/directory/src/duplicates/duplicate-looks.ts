import type { Transaction } from '#database';
import { recordAudit, type Viewer } from '#identity';
import { uuidv7 } from 'uuidv7';

/**
 * Writes down for both mediators that somebody of a network looked at how their records compare. A look within an hour of
 * another is the same look.
 */
export async function noteLooks(
  tx: Transaction,
  viewer: Viewer,
  networkId: string,
  ids: readonly [one: string, other: string],
): Promise<void> {
  const looks = await tx.query<{ mediatorId: string }>(
    `INSERT INTO duplicate_look (id, mediator_id, network_id, viewer)
     SELECT r.id, mediator, $1, $2 FROM (VALUES ($3::uuid, $5::uuid), ($4::uuid, $6::uuid)) AS r(id, mediator)
     WHERE NOT EXISTS (SELECT FROM duplicate_look l WHERE l.mediator_id = mediator AND l.network_id = $1
       AND l.viewer = $2 AND l.at > now() - interval '1 hour') RETURNING mediator_id AS "mediatorId"`,
    [networkId, viewer.name, uuidv7(), uuidv7(), ...ids],
  );
  await recordAudit(
    tx,
    viewer,
    looks.map(({ mediatorId: subjectId }) => ({
      action: 'duplicate.look',
      subjectKind: 'mediator',
      subjectId,
      beforeHash: null,
      afterHash: null,
    })),
  );
}
