import type { Transaction } from '#database';
import { changeRecord, recordAudit, type ChangeRecord, type Viewer } from '#identity';
import { ConflictError } from '#kernel';
import { refusal } from '#messages';
import { viewOf } from './locked-need.js';
import { NEED_STEPS, type NeedStep } from './need-steps.js';
import { type NeedView, toNeedView } from './need-view.js';
import { NeedEntity } from './need.entity.js';
import type { OwnedNeed } from './owned-need.js';

/** What a step changes besides the state. */
export interface NeedChange {
  readonly columns: Parameters<Transaction['manager']['update']>[2];
  readonly audit: readonly ChangeRecord[];
  /** The step that follows from it at once. */
  readonly next?: NeedStep;
}

/**
 * Takes a step of a need that is locked, in one transaction with what it changes and what the log is told.
 *
 * @param revision the one that whoever takes it saw; null where that does not matter
 * @throws InvalidStateError, ConflictError
 */
export async function takeNeedStep(
  tx: Transaction,
  viewer: Viewer,
  need: OwnedNeed,
  step: NeedStep,
  revision: number | null,
  change: () => Promise<NeedChange>,
): Promise<NeedView> {
  const state = NEED_STEPS.take(step, need.state);
  if (revision !== null && need.revision !== revision) {
    throw new ConflictError(refusal('needs.changed'));
  }
  const before = toNeedView(need);
  const { columns, audit, next } = await change();
  await tx.manager.update(
    NeedEntity,
    { id: need.id },
    {
      ...columns,
      state: next ? NEED_STEPS.take(next, state) : state,
      revision: need.revision + 1,
      updatedAt: () => 'now()',
    },
  );
  const view = await viewOf(tx, need.id);
  await recordAudit(tx, viewer, [
    ...audit,
    changeRecord(NEED_STEPS.audit(next ?? step), 'need', before, view),
  ]);
  return view;
}
