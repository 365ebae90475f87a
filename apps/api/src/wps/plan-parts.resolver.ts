import { PlanPartService, PlanService, RedactionService, type RedactedPart } from '#wps';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdAmong, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage } from '../graphql/texts.js';
import {
  RedactPlanTextArgs,
  RemovePlanPartArgs,
  SaveBudgetLineInput,
  SaveInvolvementInput,
  SavePlanItemInput,
} from './plan.inputs.js';
import { ActionPlan, ActionPlanResult } from './plan.type.js';
import { seenOf } from './seen.js';
import { toPlan } from './to-plan.js';

const PARTS: Readonly<Record<'ActionPlan' | 'PlanItem' | 'Involvement', RedactedPart>> = {
  ActionPlan: 'plan',
  PlanItem: 'plan-item',
  Involvement: 'involvement',
};

/** Items, budget lines and involvements of plans. Each change gives the whole plan. */
@Resolver()
export class PlanPartsResolver {
  constructor(
    private readonly parts: PlanPartService,
    private readonly plans: PlanService,
    private readonly redactions: RedactionService,
  ) {}

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Takes texts in which a person is named out of a plan of your actor, of an item or of an involvement, in whichever state the plan is. They cannot be brought back. Gives the whole plan.',
  })
  async redactPlanText(
    @Args() { id, revision, fields }: RedactPlanTextArgs,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const named = readIdAmong(['ActionPlan', 'PlanItem', 'Involvement'], id, 'id');
    const seen = { id: named.id, revision };
    const part = PARTS[named.type];
    return this.plan(await this.redactions.redact(context.viewer, part, seen, fields), context);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Writes a goal, an outcome or an action of a plan of your actor down, or changes one. Gives the whole plan.',
  })
  async savePlanItem(
    @Args('input', { description: 'The item as it is to be.' }) input: SavePlanItemInput,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const plan = readIdOf('ActionPlan', input.plan, 'plan');
    const { indicators } = input;
    const id = await this.parts.saveItem(context.viewer, plan, seenOf('PlanItem', input), {
      parentId: input.parent ? readIdOf('PlanItem', input.parent, 'parent') : null,
      kind: input.kind,
      place: input.place,
      text: textsByLanguage('texts', input.texts),
      pillar: input.pillar ?? null,
      themes: input.themes,
      responsible: input.responsible ?? null,
      from: input.from ?? null,
      until: input.until ?? null,
      progress: input.progress,
      progressNote: input.progressNote ?? null,
      indicators: indicators.map(
        ({ text, baseline = null, target = null, source = null, alignedWith = null }) => ({
          text,
          baseline,
          target,
          source,
          alignedWith,
        }),
      ),
    });
    return this.plan(id, context);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Removes an item of a plan that has neither items under it nor budget lines. Gives the whole plan.',
  })
  async removePlanItem(
    @Args() { id, revision }: RemovePlanPartArgs,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const seen = { id: readIdOf('PlanItem', id), revision };
    return this.plan(await this.parts.removeItem(context.viewer, seen), context);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Writes money for an item of a plan of your actor down, or changes that. Gives the whole plan.',
  })
  async saveBudgetLine(
    @Args('input', { description: 'The budget line as it is to be.' }) input: SaveBudgetLineInput,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const item = readIdOf('PlanItem', input.item, 'item');
    const seen = seenOf('BudgetLine', input);
    const id = await this.parts.saveBudgetLine(context.viewer, item, seen, {
      year: input.year,
      currency: input.currency,
      planned: input.planned ?? null,
      allocated: input.allocated ?? null,
      spent: input.spent ?? null,
      source: input.source ?? null,
      marker: input.marker ?? null,
      toWomenCso: input.toWomenCso ?? null,
    });
    return this.plan(id, context);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description: 'Removes a budget line from a plan of your actor. Gives the whole plan.',
  })
  async removeBudgetLine(
    @Args() { id, revision }: RemovePlanPartArgs,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const seen = { id: readIdOf('BudgetLine', id), revision };
    return this.plan(await this.parts.removeBudgetLine(context.viewer, seen), context);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Writes down that somebody had a part in a plan of your actor, or changes that. A change takes a confirmation back; what was contested stays. Gives the whole plan.',
  })
  async saveInvolvement(
    @Args('input', { description: 'The involvement as it is to be told.' })
    input: SaveInvolvementInput,
    @Ctx() context: Context,
  ): Promise<ActionPlan> {
    const plan = readIdOf('ActionPlan', input.plan, 'plan');
    const seen = seenOf('Involvement', input);
    const id = await this.parts.saveInvolvement(context.viewer, plan, seen, {
      who: input.who,
      actor: input.actor ?? null,
      name: input.name,
      named: input.named,
      agreedOn: input.agreedOn ?? null,
      stage: input.stage,
      how: input.how,
      evidence: input.evidence ?? null,
    });
    return this.plan(id, context);
  }

  private async plan(id: string, { viewer, locale }: Context): Promise<ActionPlan> {
    return toPlan(await this.plans.byId(viewer, id), locale);
  }
}
