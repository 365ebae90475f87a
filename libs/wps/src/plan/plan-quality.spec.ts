import { describe, expect, it } from '@jest/globals';
import { CRSV_THEME } from './lists.js';
import { planFindings, type PlanCriterion } from './plan-quality.js';
import type { InvolvementView, PlanItemView, PlanView } from './views.js';

const PLAN: PlanView = {
  id: 'plan',
  actor: { id: 'actor', code: 'reed-coast', kind: 'state', names: {} },
  level: 'national',
  parentId: null,
  generation: 1,
  title: { en: 'A plan' },
  languages: [],
  adopted: null,
  from: null,
  until: null,
  state: 'draft',
  leadOffice: null,
  leadPosition: null,
  leadMinistry: null,
  coordinationBody: null,
  focus: 'both',
  budgetStatus: 'none',
  mediatorNomination: null,
  documentUrl: null,
  reportedOn: null,
  reportUrl: null,
  sharing: 'own',
  revision: 1,
};

const item = (id: string, more: Partial<PlanItemView>): PlanItemView => ({
  id,
  planId: 'plan',
  parentId: null,
  kind: 'action',
  place: 0,
  text: { en: id },
  pillar: null,
  themes: [],
  responsible: null,
  from: null,
  until: null,
  progress: 'not-started',
  statedProgress: 'not-started',
  progressNote: null,
  indicators: [],
  budgetLines: [],
  hasSmallNumber: false,
  revision: 1,
  ...more,
});

const involvement = (id: string, more: Partial<InvolvementView>): InvolvementView => ({
  id,
  planId: 'plan',
  who: 'women-cso',
  actor: null,
  name: id,
  named: 'body',
  agreedOn: null,
  stage: 'drafting',
  how: 'consulted',
  evidence: null,
  answer: 'unanswered',
  answerWords: null,
  answeredAt: null,
  revision: 1,
  ...more,
});

const MEASURE = {
  text: 'Share',
  baseline: '3%',
  target: '20%',
  source: 'Census',
  alignedWith: '12a',
};

const met = (
  plan: Partial<PlanView>,
  items: readonly PlanItemView[] = [],
  involvements: readonly InvolvementView[] = [],
  hasLocalPlans = false,
) => {
  const findings = planFindings(
    { ...PLAN, ...plan },
    items,
    involvements,
    hasLocalPlans,
    '2026-11-30',
  );
  return Object.fromEntries(
    findings.map(({ criterion, met: is, ids }) => [criterion, [is, ...ids]]),
  ) as Record<PlanCriterion, [boolean, ...string[]]>;
};

describe('the findings about a plan', () => {
  it('are all negative for a plan that says nothing', () => {
    expect(new Set(Object.values(met({})).map(([is]) => is))).toEqual(new Set([false]));
  });

  it('ask for a day of every action, and a whole indicator of every outcome', () => {
    const dated = item('a', { until: '2027-01-01' });
    const outcome = item('o', { kind: 'outcome', indicators: [MEASURE] });
    const vague = item('v', { kind: 'outcome', indicators: [{ ...MEASURE, target: null }] });
    expect(met({}, [dated, outcome])).toMatchObject({
      timeline: [true],
      measured: [true],
      aligned: [true, 'o'],
    });
    expect(met({}, [dated, item('b', {}), outcome, vague])).toMatchObject({
      timeline: [false, 'b'],
      measured: [false, 'v'],
    });
  });

  it('take a later status of the budget for the earlier ones', () => {
    expect(met({ budgetStatus: 'estimated' })).toMatchObject({ costed: [false] });
    expect(met({ budgetStatus: 'costed' })).toMatchObject({ costed: [true], allocated: [false] });
    expect(met({ budgetStatus: 'spent-reported' })).toMatchObject({ allocated: [true] });
  });

  it('count no involvement that was contested', () => {
    const drafting = involvement('d', {});
    const monitoring = involvement('m', { stage: 'monitoring', how: 'member-of-body' });
    expect(met({}, [], [drafting, monitoring])).toMatchObject({
      'women-drafting': [true, 'd'],
      'women-monitoring': [true, 'm'],
    });
    const contested = { ...drafting, answer: 'contested' } as const;
    const informed = involvement('i', { stage: 'monitoring', how: 'informed' });
    expect(met({}, [], [contested, informed])).toMatchObject({
      'women-drafting': [false],
      'women-monitoring': [false],
    });
  });

  it('look at lead office, sexual violence, parliament, mediators, local plans and the last report', () => {
    const plan = {
      leadMinistry: 'cross-government',
      mediatorNomination: 'By a roster.',
      reportedOn: '2024-11-30',
    } as const;
    const against = item('x', { themes: [CRSV_THEME] });
    const parliament = involvement('p', { who: 'parliament', stage: 'adoption' });
    expect(met(plan, [against], [parliament], true)).toMatchObject({
      'high-lead': [true],
      'sexual-violence': [true, 'x'],
      parliament: [true, 'p'],
      mediators: [true],
      'local-plans': [true],
      reported: [true],
    });
    expect(met({ reportedOn: '2024-11-29', leadPosition: 'deputy-minister' })).toMatchObject({
      reported: [false],
      'high-lead': [false],
    });
  });
});
