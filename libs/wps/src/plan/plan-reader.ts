import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ActorReader } from '../network/actor-reader.js';
import { BudgetLineEntity } from './budget-line.entity.js';
import { InvolvementEntity } from './involvement.entity.js';
import { withProgress } from './item-progress.js';
import { PlanItemEntity } from './plan-item.entity.js';
import { hasSmallNumber } from '../records/small-numbers.js';
import { CRSV_THEME } from './lists.js';
import type { PlanEntity } from './plan.entity.js';
import type { InvolvementView, PlanItemView, PlanParts, PlanView } from './views.js';

/** Reads plans and what belongs to them, for many at once. Whether they are for the viewer was decided before. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorReader,
  ) {}

  async views(plans: readonly PlanEntity[]): Promise<PlanView[]> {
    const names = await this.actors.names(plans.map(({ actorId }) => actorId));
    return plans.map(({ actorId, ...plan }) => ({ ...plan, actor: names.get(actorId)! }));
  }

  /** What belongs to each of these plans, by the id of the plan. */
  async parts(planIds: readonly string[]): Promise<Map<string, PlanParts>> {
    const { manager } = this.database;
    const of = { planId: In([...planIds]) };
    const items = await manager.find(PlanItemEntity, {
      where: of,
      order: { place: 'ASC', id: 'ASC' },
    });
    const lines = await manager.find(BudgetLineEntity, {
      where: { itemId: In(items.map(({ id }) => id)) },
      order: { year: 'ASC', id: 'ASC' },
    });
    const involvements = await manager.find(InvolvementEntity, { where: of, order: { id: 'ASC' } });
    const views = await this.involvements(involvements);
    const linesOf = grouped(lines, ({ itemId }) => itemId);
    const itemViews: PlanItemView[] = withProgress(items).map(({ plan: _plan, ...item }) => ({
      ...item,
      budgetLines: linesOf.get(item.id) ?? [],
      hasSmallNumber:
        item.themes.includes(CRSV_THEME) &&
        hasSmallNumber([
          ...Object.values(item.text),
          item.progressNote,
          ...item.indicators.flatMap(({ text, baseline, target, source }) => [
            text,
            baseline,
            target,
            source,
          ]),
        ]),
    }));
    const itemsOf = grouped(itemViews, ({ planId }) => planId);
    const involvementsOf = grouped(views, ({ planId }) => planId);
    return new Map(
      planIds.map((id) => [
        id,
        { items: itemsOf.get(id) ?? [], involvements: involvementsOf.get(id) ?? [] },
      ]),
    );
  }

  async involvements(involvements: readonly InvolvementEntity[]): Promise<InvolvementView[]> {
    const names = await this.actors.names(involvements.flatMap(({ actorId }) => actorId ?? []));
    return involvements.map(({ actorId, answeredAt, name, ...one }) => ({
      ...one,
      name: one.named === null ? null : name,
      actor: actorId === null ? null : names.get(actorId)!,
      answeredAt: answeredAt?.toISOString() ?? null,
    }));
  }
}

/** What has the same key, in its order: a plan may have hundreds of parts, and a page many plans. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
