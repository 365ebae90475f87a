import type { Transaction } from '#database';
import { type ActionOn, hidden, may, type Viewer } from '#identity';
import { needSubject } from '../need-subject.js';
import { ownNeeds, readsAllNeeds } from './own-needs.js';
import { type NeedView, toNeedView } from './need-view.js';
import { findNeed, type OwnedNeed } from './owned-need.js';

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
): Promise<OwnedNeed> {
  await tx.query('SELECT FROM need WHERE id = $1 AND ($2 OR organization_id = $3) FOR UPDATE', [
    id,
    readsAllNeeds(viewer),
    viewer.organizationId,
  ]);
  return ownNeed(tx, viewer, id, action);
}

/**
 * The need, where the viewer may do this with it.
 *
 * @throws NotFoundError alike where there is none and where it is not hers
 */
export async function ownNeed(
  reader: Pick<Transaction, 'query' | 'manager'>,
  viewer: Viewer,
  id: string,
  action: ActionOn<'need'>,
): Promise<OwnedNeed> {
  const need = await findNeed(reader, { id, ...ownNeeds(viewer) });
  if (!need || !may(viewer, action, needSubject(need))) throw hidden(viewer, 'need');
  return need;
}

/** The need as it stands in the transaction. */
export async function viewOf(tx: Transaction, id: string): Promise<NeedView> {
  const need = await findNeed(tx, { id });
  if (!need) throw new Error('The need went while it was locked.');
  return toNeedView(need);
}
