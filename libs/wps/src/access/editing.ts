import type { Transaction } from '#database';
import { authorise, may, organizationFacts, type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { ActorEntity } from '../actor/actor.entity.js';

/** The subject of a rule about what an actor has: whose people may act for it, as it stands in this transaction. */
export async function ownedBy(
  tx: Transaction,
  organizationId: string | null,
): Promise<{ readonly organizationId: string | null; readonly verified: boolean }> {
  const ids = organizationId === null ? [] : [organizationId];
  const facts = await organizationFacts(tx, ids, true);
  return { organizationId, verified: facts.get(organizationId ?? '')?.state === 'verified' };
}

/**
 * The actor whose records somebody is about to write.
 *
 * @throws NotFoundError, NotPermittedError
 */
export async function editedActor(
  tx: Transaction,
  viewer: Viewer,
  code: string,
): Promise<ActorEntity> {
  const actor = await tx.manager.findOneBy(ActorEntity, { code });
  const owner = await ownedBy(tx, actor?.organizationId ?? null);
  authorise(viewer, 'edit', { kind: 'wps-record', ...owner });
  if (!actor) throw new NotFoundError('actor');
  return actor;
}

/** The actor whose record somebody is about to change; null if it is not for her to change. */
export async function editedActorById(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<ActorEntity | null> {
  const actor = await tx.manager.findOneByOrFail(ActorEntity, { id });
  const owner = await ownedBy(tx, actor.organizationId);
  return may(viewer, 'edit', { kind: 'wps-record', ...owner }) ? actor : null;
}
