import { textIn } from '#messages';
import type { Locale } from '#vocabulary';
import type { BudgetLineView, InvolvementView, PlanItemView, PlanView } from '#wps';
import { globalId } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import type { ActionPlan, BudgetLine, Involvement, PlanItem } from './plan.type.js';
import { toActorName } from './to-actor.js';

/** The graph's plan: the service has decided that this viewer may see it. */
export function toPlan(view: PlanView, locale: Locale): ActionPlan {
  const { id, actor, parentId, title, languages, ...columns } = view;
  return {
    __typename: 'ActionPlan',
    ...columns,
    view,
    id: globalId('ActionPlan', id),
    actor: toActorName(actor, locale),
    parentId: parentId && globalId('ActionPlan', parentId),
    title: textIn(title, locale) ?? '',
    titles: toTexts(title),
    languages: languages as Locale[],
  };
}

export function toPlanItem(
  { id, parentId, text, themes, indicators, budgetLines, ...columns }: PlanItemView,
  locale: Locale,
): PlanItem {
  return {
    __typename: 'PlanItem',
    ...columns,
    id: globalId('PlanItem', id),
    parentId: parentId && globalId('PlanItem', parentId),
    text: textIn(text, locale) ?? '',
    texts: toTexts(text),
    themes: [...themes],
    indicators: [...indicators],
    budgetLines: budgetLines.map(toBudgetLine),
  };
}

export function toBudgetLine({ id, ...columns }: BudgetLineView): BudgetLine {
  return { __typename: 'BudgetLine', ...columns, id: globalId('BudgetLine', id) };
}

export function toInvolvement(
  { id, actor, ...columns }: InvolvementView,
  locale: Locale,
): Involvement {
  return {
    __typename: 'Involvement',
    ...columns,
    id: globalId('Involvement', id),
    actor: actor && toActorName(actor, locale),
  };
}
