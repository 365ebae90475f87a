import type { Transaction } from '#database';
import { type ActionOn, hidden, may, type Viewer } from '#identity';
import { NeedEntity } from './need.entity.js';
import { needSubject } from '../need-subject.js';
import { ownNeeds, readsAllNeeds } from './own-needs.js';
import { NEED_RELATIONS, toNeedView, type NeedView } from './need-view.js';

/**
 * The need, locked until the end of the transaction, where the viewer may do this with it.
 *
 * @throws NotFoundError alike where there is none and where it is not hers
 */
export async function lockedNeed(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  action: ActionOn<'need'>,
): Promise<NeedEntity> {
  await tx.query('SELECT FROM need WHERE id = $1 AND ($2 OR organization_id = $3) FOR UPDATE', [
    id,
    readsAllNeeds(viewer),
    viewer.organizationId,
  ]);
  const need = await tx.manager.findOne(NeedEntity, {
    where: { id, ...ownNeeds(viewer) },
    relations: NEED_RELATIONS,
  });
  if (!need || !may(viewer, action, needSubject(need))) throw hidden(viewer, 'need');
  return need;
}

/** The need as it stands in the transaction. */
export async function viewOf(tx: Transaction, id: string): Promise<NeedView> {
  const where = { id };
  return toNeedView(
    await tx.manager.findOneOrFail(NeedEntity, { where, relations: NEED_RELATIONS }),
  );
}
