import { Database, listPage, type Transaction } from '#database';
import { hidden, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, type ListPage, type ListResult, type Noun } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { Any, In, type FindOptionsWhere } from 'typeorm';
import { editedActor, editedActorById } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { trimmedTexts } from '../records/checks.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { checkPlan } from './plan-checks.js';
import { planFindings, type PlanFinding } from './plan-quality.js';
import { PlanReader } from './plan-reader.js';
import { PLAN_STEPS, type PlanState, type PlanStep } from './plan-steps.js';
import { PlanEntity } from './plan.entity.js';
import { BudgetLineEntity } from './budget-line.entity.js';
import { InvolvementEntity } from './involvement.entity.js';
import { PlanItemEntity } from './plan-item.entity.js';
import type {
  BudgetLineView,
  InvolvementView,
  PlanDraft,
  PlanItemView,
  PlanParts,
  PlanView,
} from './views.js';

const SELECT_ASKED = `
SELECT a.id FROM wps_actor a WHERE ($1::text IS NULL OR a.code = $1)
  AND ($2::text IS NULL OR a.code = $2 OR EXISTS (
    SELECT FROM wps_membership m JOIN wps_actor g ON g.id = m.grouping_id
    WHERE m.actor_id = a.id AND g.code = $2
      AND coalesce(m.from_day <= $3, true) AND coalesce(m.until_day >= $3, true)))
ORDER BY a.id`;

/** Which plans are listed; what is absent restricts nothing. */
export interface PlanFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  /** The code of a regional organization or network: its own plans, and those of its members of today. */
  readonly memberOf?: string | null;
  readonly states?: readonly PlanState[] | null;
}

/** Action plans of states, regions and local governments, as far as they are shared with the viewer. */
@Injectable()
export class PlanService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly reader: PlanReader,
  ) {}

  /** In the order in which they were written down. */
  async list(
    viewer: Viewer,
    { actor, memberOf, states }: PlanFilter,
    page: ListPage,
  ): Promise<ListResult<PlanView>> {
    const ids = await this.asked(actor, memberOf);
    const shared = sharedWith<PlanEntity>(await this.standings.of(viewer), ids);
    const where = shared.map((each) => ({
      ...each,
      ...(states ? { state: In([...states]) } : {}),
    }));
    const repository = this.database.manager.getRepository(PlanEntity);
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: await this.views(viewer, result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<PlanView> {
    const shared = sharedWith<PlanEntity>(await this.standings.of(viewer));
    const found = await this.database.manager.findOneBy(
      PlanEntity,
      shared.map((each) => ({ ...each, id })),
    );
    if (!found) throw hidden(viewer, 'plan');
    const [view] = await this.views(viewer, [found]);
    return view!;
  }

  /** What belongs to plans that this viewer was given, by the id of the plan. */
  async parts(plans: readonly PlanView[]): Promise<Map<string, PlanParts>> {
    return this.reader.parts(plans.map(({ id }) => id));
  }

  /** An item of a plan that is shared with the viewer. @throws NotFoundError, NotPermittedError */
  async itemById(viewer: Viewer, id: string): Promise<PlanItemView> {
    const plan = sharedWith<PlanEntity>(await this.standings.of(viewer));
    const where = plan.map((each) => ({ id, plan: each }));
    const found = await this.database.manager.findOneBy(PlanItemEntity, where);
    if (!found) throw hidden(viewer, 'item');
    const parts = await this.reader.parts([found.planId]);
    return parts.get(found.planId)!.items.find((item) => item.id === id)!;
  }

  /** A budget line of such a plan. @throws NotFoundError, NotPermittedError */
  async budgetLineById(viewer: Viewer, id: string): Promise<BudgetLineView> {
    const plan = sharedWith<PlanEntity>(await this.standings.of(viewer));
    const where = plan.map((each) => ({ id, item: { plan: each } }));
    const found = await this.database.manager.findOneBy(BudgetLineEntity, where);
    if (!found) throw hidden(viewer, 'budgetLine');
    return found;
  }

  /** An involvement in such a plan. @throws NotFoundError, NotPermittedError */
  async involvementById(viewer: Viewer, id: string): Promise<InvolvementView> {
    const standing = await this.standings.of(viewer);
    const where = [
      ...sharedWith<PlanEntity>(standing).map((each) => ({ id, plan: each })),
      // Who is named reads what is said of her, whether or not she reads the plan.
      ...(standing.actorId === null ? [] : [{ id, actorId: standing.actorId }]),
    ];
    const found = await this.database.manager.findOneBy(InvolvementEntity, where);
    if (!found) throw hidden(viewer, 'involvement');
    const [view] = await this.reader.involvements([found]);
    return view!;
  }

  /** What plans that this viewer was given say of themselves, by the id of the plan. */
  async findings(
    viewer: Viewer,
    plans: readonly PlanView[],
    parts: ReadonlyMap<string, PlanParts>,
  ): Promise<Map<string, PlanFinding[]>> {
    const shared = sharedWith<PlanEntity>(await this.standings.of(viewer));
    const parentId = In(plans.map(({ id }) => id));
    const local = await this.database.manager.findBy(
      PlanEntity,
      shared.map((each) => ({ ...each, parentId, level: 'local' as const })),
    );
    const withLocal = new Set(local.map((one) => one.parentId));
    return new Map(
      plans.map((plan) => {
        const { items, involvements } = parts.get(plan.id)!;
        const today = this.standings.today();
        return [plan.id, planFindings(plan, items, involvements, withLocal.has(plan.id), today)];
      }),
    );
  }

  /**
   * Writes a plan of an actor down, as a draft, or changes one.
   *
   * @param code of the actor
   * @param seen the one that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async save(viewer: Viewer, code: string, seen: Seen | null, draft: PlanDraft): Promise<PlanView> {
    const shared = sharedWith<PlanEntity>(await this.standings.of(viewer));
    const id = await this.database.transaction(async (tx) => {
      const actor = await editedActor(tx, viewer, code);
      checkPlan(draft);
      const held = await lockedRow(tx, viewer, PlanEntity, 'plan', seen, { actorId: actor.id });
      if (held) PLAN_STEPS.take('edit', held.state, draft);
      await checkParent(tx, shared, held?.id ?? null, draft.parentId);
      const { after, record } = await writeRow(tx, PlanEntity, 'plan', held, {
        ...draft,
        parentId: draft.parentId ?? (await hiddenParent(tx, shared, held)),
        languages: [...draft.languages],
        title: trimmedTexts(draft.title),
        actorId: actor.id,
      });
      await recordAudit(tx, viewer, [record]);
      return after.id;
    });
    return this.byId(viewer, id);
  }

  /** @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError */
  async step(viewer: Viewer, seen: Seen, step: PlanStep): Promise<PlanView> {
    await this.database.transaction(async (tx) => {
      await editedPlan(tx, viewer, seen.id);
      const held = (await lockedRow(tx, viewer, PlanEntity, 'plan', seen, {}))!;
      const state = PLAN_STEPS.take(step, held.state, held);
      const { record } = await writeRow(tx, PlanEntity, 'plan', held, { state }, step);
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, seen.id);
  }

  /** The plans as the viewer sees them: which one they carry out is told only if it is shared with her. */
  private async views(viewer: Viewer, plans: readonly PlanEntity[]): Promise<PlanView[]> {
    const ids = plans.flatMap(({ parentId }) => parentId ?? []);
    const shared = sharedWith<PlanEntity>(await this.standings.of(viewer));
    // One statement, whichever plans carry out others: the time that it takes must not tell of a hidden one.
    const where = shared.map((each) => ({ ...each, id: Any(ids) }));
    const parents = await this.database.manager.findBy(PlanEntity, where);
    const seen = new Set<string | null>(parents.map(({ id }) => id));
    const views = await this.reader.views(plans);
    return views.map((view) => (seen.has(view.parentId) ? view : { ...view, parentId: null }));
  }

  /** Ids of the actors whose plans are asked for; null for all. */
  private async asked(actor?: string | null, memberOf?: string | null): Promise<string[] | null> {
    if (!actor && !memberOf) return null;
    const found = await this.database.query<{ id: string }>(SELECT_ASKED, [
      actor ?? null,
      memberOf ?? null,
      this.standings.today(),
    ]);
    return found.map(({ id }) => id);
  }
}

/**
 * The plan that somebody is about to change, locked.
 *
 * @param named what she names: the plan, or a part of it, which is refused to her as if it were not there
 * @throws NotFoundError, NotPermittedError
 */
export async function editedPlan(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  named: Noun = 'plan',
): Promise<PlanEntity> {
  const held = await tx.manager.findOne(PlanEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!held || !(await editedActorById(tx, viewer, held.actorId))) throw hidden(viewer, named);
  return held;
}

/** A plan carries out one that its author may read, and never itself as far as she can see. @throws InvalidInputError */
async function checkParent(
  tx: Transaction,
  shared: readonly FindOptionsWhere<PlanEntity>[],
  own: string | null,
  parentId: string | null,
): Promise<void> {
  let above = parentId;
  for (let depth = 0; above !== null; depth++) {
    const id = above;
    const parent = await tx.manager.findOneBy(
      PlanEntity,
      shared.map((each) => ({ ...each, id })),
    );
    // Whether a plan above is there that is hidden from her must not show.
    if (!parent && depth > 0) return;
    const message = parent ? refusal('wps.notByItself') : refusal('wps.noPlan');
    if (!parent || parent.id === own || depth > DEEPEST) {
      throw new InvalidInputError([{ path: 'parent', code: 'UNKNOWN', message }]);
    }
    above = parent.parentId;
  }
}

/** The plan that one carries out, if it is hidden from its editor: she cannot name it, and is not to lose it. */
async function hiddenParent(
  tx: Transaction,
  shared: readonly FindOptionsWhere<PlanEntity>[],
  held: PlanEntity | null,
): Promise<string | null> {
  const id = held?.parentId ?? null;
  if (id === null) return null;
  const where = shared.map((each) => ({ ...each, id }));
  return (await tx.manager.existsBy(PlanEntity, where)) ? null : id;
}

/** Plans above each other: of a region, a state, a province and a town. */
const DEEPEST = 3;
