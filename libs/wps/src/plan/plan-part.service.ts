import { Database, type Transaction } from '#database';
import { changeRecord, hidden, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, InvalidStateError, type Noun } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { Injectable } from '@nestjs/common';
import { ActorEntity } from '../actor/actor.entity.js';
import { trimmedTexts } from '../records/checks.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { BudgetLineEntity } from './budget-line.entity.js';
import { InvolvementEntity } from './involvement.entity.js';
import { checkBudgetLine, checkInvolvement, checkItem } from './plan-checks.js';
import { PlanItemEntity } from './plan-item.entity.js';
import { editedPlan } from './plan.service.js';
import { PLAN_STEPS } from './plan-steps.js';
import type { BudgetLineDraft, InvolvementDraft, PlanItemDraft } from './views.js';

/** All of a plan is read at once, so nobody may make it endless. */
const MOST = { items: 500, budgetLines: 2_000, involvements: 500 } as const;

/** Items, budget lines and involvements of plans. Each method gives the id of the plan that was changed. */
@Injectable()
export class PlanPartService {
  constructor(private readonly database: Database) {}

  /**
   * Writes an item of a plan down, or changes one.
   *
   * @param seen the item that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async saveItem(
    viewer: Viewer,
    planId: string,
    seen: Seen | null,
    draft: PlanItemDraft,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      await openPlan(tx, viewer, planId);
      checkItem(draft);
      const held = await lockedRow(tx, viewer, PlanItemEntity, 'item', seen, { planId });
      if (!held) leaveRoom('items', await tx.manager.countBy(PlanItemEntity, { planId }));
      await checkItemParent(tx, planId, held?.id ?? null, draft);
      const { record } = await writeRow(tx, PlanItemEntity, 'plan-item', held, {
        ...draft,
        themes: [...draft.themes],
        indicators: [...draft.indicators],
        text: trimmedTexts(draft.text),
        planId,
      });
      await recordAudit(tx, viewer, [record]);
      return planId;
    });
  }

  /** Removes an item that has neither items under it nor budget lines. @throws as `saveItem` */
  async removeItem(viewer: Viewer, seen: Seen): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { planId } = await itemOf(tx, viewer, seen.id);
      await openPlan(tx, viewer, planId, 'item');
      const held = (await lockedRow(tx, viewer, PlanItemEntity, 'item', seen, {}))!;
      const under =
        (await tx.manager.existsBy(PlanItemEntity, { parentId: held.id })) ||
        (await tx.manager.existsBy(BudgetLineEntity, { itemId: held.id }));
      if (under) {
        throw new InvalidStateError(refusal('wps.removeFirst'));
      }
      await tx.manager.delete(PlanItemEntity, { id: held.id });
      await recordAudit(tx, viewer, [changeRecord('plan-item.remove', 'plan-item', held, null)]);
      return planId;
    });
  }

  /** Writes a budget line of an item down, or changes one. @throws as `saveItem` */
  async saveBudgetLine(
    viewer: Viewer,
    itemId: string,
    seen: Seen | null,
    draft: BudgetLineDraft,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { planId } = await itemOf(tx, viewer, itemId);
      await openPlan(tx, viewer, planId, 'item');
      checkBudgetLine(draft);
      const held = await lockedRow(tx, viewer, BudgetLineEntity, 'budgetLine', seen, { itemId });
      const ofPlan = { item: { planId } };
      if (!held) leaveRoom('budgetLines', await tx.manager.countBy(BudgetLineEntity, ofPlan));
      const columns = { ...draft, itemId };
      const { record } = await writeRow(tx, BudgetLineEntity, 'budget-line', held, columns);
      await recordAudit(tx, viewer, [record]);
      return planId;
    });
  }

  /** @throws as `saveItem` */
  async removeBudgetLine(viewer: Viewer, seen: Seen): Promise<string> {
    return this.database.transaction(async (tx) => {
      const line = await tx.manager.findOneBy(BudgetLineEntity, { id: seen.id });
      if (!line) throw hidden(viewer, 'budgetLine');
      const { planId } = await itemOf(tx, viewer, line.itemId);
      await openPlan(tx, viewer, planId, 'budgetLine');
      const held = (await lockedRow(tx, viewer, BudgetLineEntity, 'budgetLine', seen, {}))!;
      await tx.manager.delete(BudgetLineEntity, { id: held.id });
      await recordAudit(tx, viewer, [
        changeRecord('budget-line.remove', 'budget-line', held, null),
      ]);
      return planId;
    });
  }

  /**
   * Writes down that somebody had a part in a plan, or changes that. A change takes the answer back, for it was given to
   * something else.
   *
   * @throws as `saveItem`
   */
  async saveInvolvement(
    viewer: Viewer,
    planId: string,
    seen: Seen | null,
    { actor, ...draft }: InvolvementDraft,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      await openPlan(tx, viewer, planId);
      const named =
        actor === null ? null : await tx.manager.findOneBy(ActorEntity, { code: actor });
      checkInvolvement({ ...draft, actor }, actor === null || named !== null);
      const held = await lockedRow(tx, viewer, InvolvementEntity, 'involvement', seen, { planId });
      if (!held) leaveRoom('involvements', await tx.manager.countBy(InvolvementEntity, { planId }));
      if (held?.answer === 'contested') {
        throw new InvalidStateError(refusal('wps.contestedStays'));
      }
      const { record } = await writeRow(tx, InvolvementEntity, 'involvement', held, {
        ...draft,
        planId,
        actorId: named?.id ?? null,
        answer: 'unanswered',
        answerWords: null,
        answeredAt: null,
      });
      await recordAudit(tx, viewer, [record]);
      return planId;
    });
  }
}

/** The item that an argument names, before it is known whether it is for the viewer. */
async function itemOf(tx: Transaction, viewer: Viewer, id: string): Promise<PlanItemEntity> {
  const item = await tx.manager.findOneBy(PlanItemEntity, { id });
  if (!item) throw hidden(viewer, 'item');
  return item;
}

/** Locks the plan whose parts are about to change. @throws NotFoundError, NotPermittedError, InvalidStateError */
async function openPlan(tx: Transaction, viewer: Viewer, id: string, named?: Noun): Promise<void> {
  const plan = await editedPlan(tx, viewer, id, named);
  PLAN_STEPS.take('edit', plan.state, plan);
}

/** @throws InvalidStateError if a plan that has so many of something can take no more */
function leaveRoom(what: keyof typeof MOST, count: number): void {
  if (count < MOST[what]) return;
  throw new InvalidStateError(refusal('wps.planMost', { most: MOST[what], what }));
}

/** A goal stands by itself, an outcome may belong to a goal, and an action to an outcome or a goal. */
const ABOVE = { goal: [], outcome: ['goal'], action: ['goal', 'outcome'] } as const;

async function checkItemParent(
  tx: Transaction,
  planId: string,
  own: string | null,
  { kind, parentId }: PlanItemDraft,
): Promise<void> {
  const refuse = (path: string, message: Sentence) => {
    throw new InvalidInputError([{ path, code: 'NOT_ELIGIBLE', message }]);
  };
  if (parentId !== null) {
    const parent = await tx.manager.findOneBy(PlanItemEntity, { id: parentId, planId });
    const above: readonly string[] = ABOVE[kind];
    if (!parent || !above.includes(parent.kind)) {
      refuse('parent', refusal('wps.belongsTo'));
    }
  }
  const below = own === null ? [] : await tx.manager.findBy(PlanItemEntity, { parentId: own });
  const fits = below.every((one) => (ABOVE[one.kind] as readonly string[]).includes(kind));
  if (!fits) refuse('kind', refusal('wps.itemsUnder'));
}
