import type { Transaction } from '#database';
import { hidden, may, type ActionOn, type Viewer } from '#identity';
import type { Noun } from '#kernel';
import { needSubject } from '../need-subject.js';
import { readsAllNeeds } from '../need/own-needs.js';
import { findNeed } from '../need/owned-need.js';
import { ShortlistEntity } from './shortlist.entity.js';

/**
 * The shortlist, locked until the end of the transaction, where the viewer may do this with its need.
 * Its need is locked first, as by whoever closes the need.
 *
 * @throws NotFoundError alike where there is none and where it is not hers
 */
export async function lockedShortlist(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  action: ActionOn<'need'>,
  what: Noun = 'shortlist',
): Promise<ShortlistEntity> {
  const [found] = await tx.query<{ id: string }>(
    `SELECT n.id FROM need n JOIN shortlist s ON s.need_id = n.id
     WHERE s.id = $1 AND ($2 OR n.organization_id = $3) FOR SHARE OF n`,
    [id, readsAllNeeds(viewer), viewer.organizationId],
  );
  if (!found) throw hidden(viewer, what);
  await tx.query('SELECT FROM shortlist WHERE id = $1 FOR UPDATE', [id]);
  const list = await tx.manager.findOneBy(ShortlistEntity, { id });
  const need = await findNeed(tx, { id: found.id });
  if (!list || !need || !may(viewer, action, needSubject(need))) throw hidden(viewer, what);
  return list;
}
