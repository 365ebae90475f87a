import type { InvolvementView, PlanItemView, PlanView } from './views.js';
import { BUDGET_STATUSES, CRSV_THEME, type BudgetStatus } from './lists.js';

/** What makes a plan one that can be carried out and followed. Each is told by itself: no score is made of them. */
export const PLAN_CRITERIA = [
  'timeline',
  'measured',
  'aligned',
  'costed',
  'allocated',
  'women-drafting',
  'women-monitoring',
  'parliament',
  'high-lead',
  'sexual-violence',
  'local-plans',
  'reported',
  'mediators',
] as const;
export type PlanCriterion = (typeof PLAN_CRITERIA)[number];

/** Whether a plan meets a criterion, and what of it shows that. */
export interface PlanFinding {
  readonly criterion: PlanCriterion;
  readonly met: boolean;
  /** Ids of the items or involvements that show it; of `timeline` and `measured` those that lack it. */
  readonly ids: readonly string[];
}

/** Months after which a public report is too old. */
const REPORT_MONTHS = 24;

/**
 * What a plan says of itself, criterion by criterion. An involvement that was contested shows nothing.
 *
 * @param hasLocalPlans whether the reader sees a local plan that carries it out
 * @param today ISO 8601
 */
export function planFindings(
  plan: PlanView,
  items: readonly PlanItemView[],
  involvements: readonly InvolvementView[],
  hasLocalPlans: boolean,
  today: string,
): PlanFinding[] {
  const actions = items.filter(({ kind }) => kind === 'action');
  const outcomes = items.filter(({ kind }) => kind === 'outcome');
  const undated = actions.filter(({ until }) => until === null);
  const unmeasured = outcomes.filter(
    ({ indicators }) =>
      !indicators.some(({ baseline, target, source }) => baseline && target && source),
  );
  const aligned = items.filter(({ indicators }) =>
    indicators.some(({ alignedWith }) => alignedWith),
  );
  const against = items.filter(({ themes }) => themes.includes(CRSV_THEME));
  const involved = involvements.filter(({ answer }) => answer !== 'contested');
  const women = involved.filter(({ who }) => who === 'women-cso');
  const drafting = women.filter(({ stage }) => stage === 'drafting');
  const monitoring = women.filter(
    ({ stage, how }) => stage === 'monitoring' && (how === 'member-of-body' || how === 'co-lead'),
  );
  const parliament = involved.filter(({ who }) => who === 'parliament');
  const reaches = (status: BudgetStatus) =>
    BUDGET_STATUSES.indexOf(plan.budgetStatus) >= BUDGET_STATUSES.indexOf(status);
  const highLead =
    plan.leadMinistry === 'cross-government' ||
    plan.leadPosition === 'head-of-state-or-government' ||
    plan.leadPosition === 'cabinet-minister';
  const by = (criterion: PlanCriterion, met: boolean, shown: readonly { id: string }[] = []) => ({
    criterion,
    met,
    ids: shown.map(({ id }) => id),
  });
  return [
    by('timeline', actions.length > 0 && undated.length === 0, undated),
    by('measured', outcomes.length > 0 && unmeasured.length === 0, unmeasured),
    by('aligned', aligned.length > 0, aligned),
    by('costed', reaches('costed')),
    by('allocated', reaches('allocated')),
    by('women-drafting', drafting.length > 0, drafting),
    by('women-monitoring', monitoring.length > 0, monitoring),
    by('parliament', parliament.length > 0, parliament),
    by('high-lead', highLead),
    by('sexual-violence', against.length > 0, against),
    by('local-plans', hasLocalPlans),
    by(
      'reported',
      plan.reportedOn !== null && plan.reportedOn >= monthsBefore(today, REPORT_MONTHS),
    ),
    by('mediators', plan.mediatorNomination !== null),
  ];
}

/** The same day so many months earlier; a day that the earlier month does not have is its next one's first. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10);
}
