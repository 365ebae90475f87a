import type { Transaction } from '#database';
import { SELECT_KEPT_NAMES } from '#directory';
import { changeRecord, type ChangeRecord, type Viewer } from '#identity';
import { NEED_STEPS } from './need/need-steps.js';
import { lockedNeed } from './need/locked-need.js';
import type { OwnedNeed } from './need/owned-need.js';
import { type NeedChange, takeNeedStep } from './need/take-need-step.js';
import { type NeedView, toNeedView } from './need/need-view.js';
import { closeShortlistsOf } from './shortlist/close-shortlists.js';

/** Of one woman and need, under what she is called now: under another name she is to the organizer another woman. */
const HER_ENTRIES = `
SELECT e.id, e.filled FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id
  JOIN (${SELECT_KEPT_NAMES}) m ON m.id = e.mediator_id AND m.public_id = e.public_id
WHERE s.need_id = $1 AND m.kept_id = (SELECT kept_id FROM (${SELECT_KEPT_NAMES}) k WHERE k.id = $2)
ORDER BY e.id`;

/** Women who take seats of a need. */
export interface Seats {
  readonly count: number;
  readonly audit: readonly ChangeRecord[];
}

/**
 * What is written of a need when women take seats of it. When all are taken, or where the step is to fill it, its
 * shortlists are closed.
 */
export async function seated(
  tx: Transaction,
  { id, engaged: before, wanted }: OwnedNeed,
  step: 'engage' | 'fill',
  { count, audit }: Seats,
): Promise<NeedChange> {
  const taken = before + count;
  if (step === 'engage' && taken < wanted) return { columns: { engaged: taken }, audit };
  return {
    columns: { engaged: taken, closedAt: () => 'now()' },
    audit: [...audit, ...(await closeShortlistsOf(tx, id))],
    ...(step === 'engage' && { next: 'fill' as const }),
  };
}

/**
 * Tells that a woman is engaged for a need, in the transaction of whoever engages her. She takes one of its
 * seats, once under each name that the organizer knows: a number that stood still would tell that two names are
 * hers. When all are taken the need is filled and its shortlists are closed. The row of the need is locked.
 *
 * @param actor an organizer of the need
 * @throws NotFoundError where the need is not the actor's; InvalidStateError where it is over
 */
export async function engaged(
  tx: Transaction,
  actor: Viewer,
  needId: string,
  mediatorId: string,
): Promise<NeedView> {
  const need = await lockedNeed(tx, actor, needId, NEED_STEPS.action('engage'));
  const entries = await tx.query<{ id: string; filled: boolean }>(HER_ENTRIES, [
    needId,
    mediatorId,
  ]);
  if (entries.some(({ filled }) => filled)) return toNeedView(need);
  return takeNeedStep(tx, actor, need, 'engage', null, async () => {
    // An entry may have been taken off since she was asked.
    const [entry = null] = entries;
    await tx.query('UPDATE shortlist_entry SET filled = true WHERE id = $1', [entry?.id]);
    const after = { id: mediatorId, needId, entryId: entry?.id ?? null };
    const audit = [changeRecord(NEED_STEPS.audit('engage'), 'mediator', null, after)];
    return seated(tx, need, 'engage', { count: 1, audit });
  });
}
