import { textIn } from '#messages';
import {
  budgetFigures,
  InvolvementService,
  PLAN_CRITERIA,
  PlanService,
  type OwnInvolvement as OwnInvolvementView,
} from '#wps';
import type { Locale } from '#vocabulary';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage } from '../graphql/texts.js';
import {
  ActionPlansArgs,
  AnswerInvolvementArgs,
  PlanStepArgs,
  SaveActionPlanInput,
} from './plan.inputs.js';
import {
  ActionPlan,
  ActionPlanConnection,
  ActionPlanResult,
  BudgetFigures,
  Involvement,
  OwnInvolvement,
  OwnInvolvementConnection,
  OwnInvolvementResult,
  PlanFinding,
  PlanItem,
} from './plan.type.js';
import { seenOf } from './seen.js';
import { toActorName } from './to-actor.js';
import { toInvolvement, toPlan, toPlanItem } from './to-plan.js';

const LIST = 'actionPlans';
const OWN_INVOLVEMENTS = 'ownInvolvements';

/** What a plan is taken to hold, for what a document costs: all of it is read at once. */
const USUAL = { items: 20, involvements: 5, currencies: 2 };

/** Action plans, and what they say of themselves and of others. */
@Resolver(() => ActionPlan)
export class PlansResolver {
  constructor(
    private readonly plans: PlanService,
    private readonly answers: InvolvementService,
    private readonly limits: Limits,
  ) {}

  @Query(() => ActionPlanConnection, {
    name: LIST,
    description:
      'Action plans on women, peace and security that are shared with you, in the order in which they were written down.',
  })
  async actionPlans(
    @Args() args: ActionPlansArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ActionPlanConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, memberOf, states } = args;
    return keyedConnection(
      LIST,
      await this.plans.list(viewer, { actor, memberOf, states }, page),
      ({ id }) => id,
      (plan) => toPlan(plan, locale),
    );
  }

  @Cost({ items: USUAL.items })
  @ResolveField(() => [PlanItem], {
    description: 'Its goals, outcomes and actions in their order.',
  })
  async items(
    @Parent() { view }: ActionPlan,
    @Ctx() { planParts, locale }: Context,
  ): Promise<PlanItem[]> {
    return (await planParts.load(view)).items.map((item) => toPlanItem(item, locale));
  }

  @Cost({ items: USUAL.involvements })
  @ResolveField(() => [Involvement], {
    description: 'Who had a part in it, contested claims among them.',
  })
  async involvements(
    @Parent() { view }: ActionPlan,
    @Ctx() { planParts, locale }: Context,
  ): Promise<Involvement[]> {
    return (await planParts.load(view)).involvements.map((one) => toInvolvement(one, locale));
  }

  @Cost({ items: PLAN_CRITERIA.length })
  @ResolveField(() => [PlanFinding], {
    description: 'What it says of itself, criterion by criterion. No score is made of it.',
  })
  async findings(
    @Parent() { view }: ActionPlan,
    @Ctx() { planParts, planFindings }: Context,
  ): Promise<PlanFinding[]> {
    const { items } = await planParts.load(view);
    const isItem = new Set(items.map(({ id }) => id));
    return (await planFindings.load(view)).map(({ criterion, met, ids }) => ({
      criterion,
      met,
      evidence: ids.map((id) => globalId(isItem.has(id) ? 'PlanItem' : 'Involvement', id)),
    }));
  }

  @Cost({ items: USUAL.currencies })
  @ResolveField(() => [BudgetFigures], {
    description: 'What its budget says, by currency. Empty if it has no budget lines.',
  })
  async budget(
    @Parent() { view }: ActionPlan,
    @Ctx() { planParts }: Context,
  ): Promise<BudgetFigures[]> {
    const { items } = await planParts.load(view);
    return budgetFigures(items.flatMap(({ budgetLines }) => budgetLines));
  }

  @RefusableMutation(() => ActionPlanResult, {
    description:
      'Writes an action plan of your actor down, as a draft, or changes one. For focal points of the actor.',
  })
  async saveActionPlan(
    @Args('input', { description: 'The plan as it is to be.' }) input: SaveActionPlanInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ActionPlan> {
    const view = await this.plans.save(viewer, input.actor, seenOf('ActionPlan', input), {
      level: input.level,
      parentId: input.parent ? readIdOf('ActionPlan', input.parent, 'parent') : null,
      generation: input.generation,
      title: textsByLanguage('titles', input.titles),
      languages: input.languages,
      adopted: input.adopted ?? null,
      from: input.from ?? null,
      until: input.until ?? null,
      leadOffice: input.leadOffice ?? null,
      leadPosition: input.leadPosition ?? null,
      leadMinistry: input.leadMinistry ?? null,
      coordinationBody: input.coordinationBody ?? null,
      focus: input.focus,
      budgetStatus: input.budgetStatus,
      mediatorNomination: input.mediatorNomination ?? null,
      documentUrl: input.documentUrl ?? null,
      reportedOn: input.reportedOn ?? null,
      reportUrl: input.reportUrl ?? null,
      sharing: input.sharing,
    });
    return toPlan(view, locale);
  }

  @RefusableMutation(() => ActionPlanResult, {
    description: 'Takes a step with an action plan of your actor. For focal points of the actor.',
  })
  async stepActionPlan(
    @Args() { id, revision, step }: PlanStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ActionPlan> {
    const seen = { id: readIdOf('ActionPlan', id), revision };
    return toPlan(await this.plans.step(viewer, seen, step), locale);
  }

  @Query(() => OwnInvolvementConnection, {
    name: OWN_INVOLVEMENTS,
    description:
      'What plans say of the actor for which you act, in the order in which it was written down. Empty if you act for none.',
  })
  async ownInvolvements(
    @Args() args: PageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnInvolvementConnection> {
    const page = idPage(OWN_INVOLVEMENTS, requestedPage(args, this.limits.pageSize));
    return keyedConnection(
      OWN_INVOLVEMENTS,
      await this.answers.own(viewer, page),
      ({ id }) => id,
      (one) => toOwnInvolvement(one, locale),
    );
  }

  @RefusableMutation(() => OwnInvolvementResult, {
    description:
      'Confirms or contests what a plan says of the actor for which you act. Your answer is shown with the plan.',
  })
  async answerInvolvement(
    @Args() { id, revision, confirmed, words = null }: AnswerInvolvementArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnInvolvement> {
    const seen = { id: readIdOf('Involvement', id), revision };
    const answer = confirmed ? 'confirmed' : 'contested';
    return toOwnInvolvement(await this.answers.answer(viewer, seen, answer, words), locale);
  }
}

function toOwnInvolvement(
  { plan, ...involvement }: OwnInvolvementView,
  locale: Locale,
): OwnInvolvement {
  return {
    __typename: 'OwnInvolvement',
    involvement: toInvolvement(involvement, locale),
    planActor: toActorName(plan.actor, locale),
    planTitle: textIn(plan.title, locale) ?? '',
  };
}
