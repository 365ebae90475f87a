import { addDays } from '#kernel';
import { RECORD_LISTS } from '#wps';
import { idOf } from './ids.js';
import type { HiddenNeed } from './others.js';

/** Two states, the region to which both belong, and the network: of the viewer's organization and of another. */
export const OWN_ACTOR = idOf(40, 0);
export const OTHER_ACTOR = idOf(40, 1);
export const REGION = idOf(40, 2);
export const OWN_FOCAL_POINT = idOf(41, 0);
export const OWN_PLAN = idOf(44, 0);
const FRAMEWORK = idOf(53, 0);
const INDICATOR = idOf(54, 0);
/** Of the other state, by type. */
export const HIDDEN_WPS = {
  FocalPoint: idOf(42, 0),
  ActionPlan: idOf(48, 0),
  PlanItem: idOf(49, 0),
  BudgetLine: idOf(50, 0),
  Involvement: idOf(51, 0),
  Commitment: idOf(52, 0),
  Observation: idOf(56, 0),
  WpsReport: idOf(62, 0),
  WpsReportComment: idOf(63, 0),
  WpsLesson: idOf(65, 0),
  WpsLessonUse: idOf(66, 0),
  ConflictAnalysis: idOf(68, 0),
};
/** Reports that the viewer reads: of the own actor, a public one of the other, one on which hers is consulted, and one of hers. */
export const SEEN_REPORTS = [idOf(61, 0), idOf(61, 1), idOf(61, 2), idOf(61, 3)];
const FORM = idOf(60, 0);
const PUBLIC_LESSON = idOf(64, 1);
const PUBLIC_OBSERVATION = idOf(55, 1);

const actor = (id: string, code: string, kind: string, organization: string | null = null) => ({
  id,
  code,
  kind,
  names: { en: `Actor ${code}` },
  organization_id: organization,
  fictional: true,
  revision: 1,
});

/** What is the same in every directory, by table. */
export function ownWpsRows(own: string, others: string): Record<string, Record<string, unknown>[]> {
  const network = idOf(40, 3);
  return {
    wps_actor: [
      actor(OWN_ACTOR, 'x-own', 'state', own),
      actor(OTHER_ACTOR, 'x-other', 'state', others),
      actor(REGION, 'x-region', 'regional-organization'),
      actor(network, 'wps-focal-points', 'network'),
    ],
    wps_membership: [OWN_ACTOR, OTHER_ACTOR].flatMap((id, n) =>
      [REGION, network].map((grouping, m) => ({
        id: idOf(43, 2 * n + m),
        actor_id: id,
        grouping_id: grouping,
        source: 'A treaty',
        as_of: '2026-01-01',
      })),
    ),
    wps_focal_point: [
      focalPoint(OWN_FOCAL_POINT, OWN_ACTOR, 'own', 'Unit 1325'),
      focalPoint(idOf(41, 1), OTHER_ACTOR, 'public', 'Public office'),
      focalPoint(idOf(41, 2), OTHER_ACTOR, 'region', 'Office for the region'),
    ],
    wps_plan: [
      plan(OWN_PLAN, OWN_ACTOR, 'own', 'Own plan'),
      plan(idOf(44, 1), OTHER_ACTOR, 'public', 'Public plan'),
    ],
    wps_plan_item: [
      item(idOf(45, 0), OWN_PLAN, 'Own goal'),
      item(idOf(45, 1), idOf(44, 1), 'Goal'),
    ],
    wps_involvement: [involvement(idOf(46, 0), idOf(44, 1), 'Own actor', OWN_ACTOR)],
    wps_commitment: [
      commitment(idOf(47, 0), OWN_ACTOR, 'own', 'Own word'),
      commitment(idOf(47, 1), OTHER_ACTOR, 'public', 'Public word'),
    ],
    wps_framework: [
      {
        id: FRAMEWORK,
        code: 'x-un',
        title: { en: 'UN' },
        publisher: 'UN',
        source: 'A report',
        revision: 1,
      },
    ],
    wps_indicator: [
      {
        id: INDICATOR,
        framework_id: FRAMEWORK,
        code: '12a',
        place: 1,
        text: { en: 'Seats' },
        unit: 'share',
        direction: 'up',
        level: 'national',
        concept: 'women-in-parliament',
        fit: 'same',
        checked: false,
        revision: 1,
      },
    ],
    wps_observation: [
      observation(idOf(55, 0), OWN_ACTOR, 'own', 'Own list'),
      observation(PUBLIC_OBSERVATION, OTHER_ACTOR, 'public', 'Public list'),
    ],
    wps_form: [
      {
        id: FORM,
        code: 'x-form',
        version: 1,
        title: { en: 'A form' },
        publisher: 'UN',
        rhythm: 'yearly',
        source: 'A document',
        sections: [{ title: { en: 'All' }, cells: CELLS }],
        revision: 1,
      },
    ],
    wps_report: [
      report(SEEN_REPORTS[0]!, OWN_ACTOR, 0, 'draft', 'own'),
      report(SEEN_REPORTS[1]!, OTHER_ACTOR, 0, 'submitted', 'public'),
      report(SEEN_REPORTS[2]!, OTHER_ACTOR, 1, 'consultation', 'public'),
      report(SEEN_REPORTS[3]!, OWN_ACTOR, 1, 'consultation', 'own'),
    ],
    wps_report_comment: [comment(idOf(61, 4), SEEN_REPORTS[3]!, OTHER_ACTOR, 'A question')],
    wps_report_consulted: [{ report_id: SEEN_REPORTS[2], actor_id: OWN_ACTOR }],
    wps_lesson: [
      lesson(idOf(64, 0), OWN_ACTOR, 'draft', 'own', 'Own lesson'),
      lesson(PUBLIC_LESSON, OTHER_ACTOR, 'shared', 'public', 'Public lesson'),
    ],
    wps_lesson_use: [lessonUse(idOf(64, 2), PUBLIC_LESSON, OWN_ACTOR, 'network', 'Own use')],
    wps_analysis: [
      analysis(idOf(67, 0), OWN_ACTOR, 'own', 'Own analysis'),
      analysis(idOf(67, 1), OTHER_ACTOR, 'public', 'Public analysis'),
    ],
  };
}

/** What the other state keeps to itself, by table. */
export function hiddenWpsRows(
  needs: readonly HiddenNeed[],
): Record<string, Record<string, unknown>[]> {
  return {
    wps_focal_point: needs.map(({ title }, n) =>
      focalPoint(idOf(42, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
    ),
    wps_plan: needs.map(({ title, kept }, n) => ({
      ...plan(idOf(48, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
      // Of a public plan: whether it has a hidden local one must not show.
      ...(kept ? { level: 'local', parent_id: idOf(44, 1) } : {}),
    })),
    wps_plan_item: needs.map(({ title }, n) => item(idOf(49, n), idOf(48, n), `Hidden ${title}`)),
    wps_budget_line: needs.map((_, n) => ({
      id: idOf(50, n),
      item_id: idOf(49, n),
      year: 2026,
      currency: 'XOF',
      planned: '1.00',
      revision: 1,
    })),
    wps_involvement: needs.map(({ title, kept }, n) => ({
      ...involvement(idOf(51, n), idOf(48, n), `Hidden ${title}`, kept ? REGION : null),
      ...(kept ? { answer: 'contested', answered_at: new Date().toISOString() } : {}),
    })),
    wps_commitment: needs.map(({ title }, n) =>
      commitment(idOf(52, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
    ),
    wps_report: needs.map(({ kept }, n) => ({
      // A draft stays with its people, whoever it says is consulted; what is submitted goes as far as it is shared.
      ...report(
        idOf(62, n),
        OTHER_ACTOR,
        n + 2,
        kept ? 'draft' : 'submitted',
        kept ? 'public' : 'own',
      ),
      answers: { hidden: { en: 'Hidden' } },
    })),
    wps_report_consulted: needs.flatMap(({ kept }, n) =>
      kept ? [{ report_id: idOf(62, n), actor_id: OWN_ACTOR }] : [],
    ),
    wps_report_comment: needs.map(({ title }, n) =>
      comment(idOf(63, n), idOf(62, n), OWN_ACTOR, `Hidden ${title}`),
    ),
    wps_lesson: needs.map(({ title, kept }, n) =>
      // A draft stays with its people, whoever it is to be shared with.
      lesson(
        idOf(65, n),
        OTHER_ACTOR,
        kept ? 'draft' : 'shared',
        kept ? 'public' : 'own',
        `Hidden ${title}`,
      ),
    ),
    // Of a lesson that everybody reads: the use that another keeps to itself must not count.
    wps_lesson_use: needs
      .slice(0, 1)
      .map(({ title }, n) =>
        lessonUse(idOf(66, n), PUBLIC_LESSON, REGION, 'own', `Hidden ${title}`),
      ),
    wps_analysis: needs.map(({ title }, n) =>
      analysis(idOf(68, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
    ),
    // Some of a year of which the own actor lacks one: what another has observed must not fill that.
    wps_observation: needs.map(({ title }, n) => ({
      ...observation(idOf(56, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
      ...(n % 2 === 1 ? { from_day: '2025-01-01', until_day: '2025-12-31' } : {}),
    })),
  };
}

/**
 * Statements that let what the viewer reads point to what she does not: plans carry out a hidden one, a public observation
 * corrects one, and a public lesson is drawn from one that was withdrawn. Whether they do must not show.
 */
export function underHiddenWps(needs: readonly HiddenNeed[]): string[] {
  if (needs.length === 0) return [];
  // Those that are kept stand below the public plan themselves.
  const above = needs.findIndex(({ kept }) => !kept);
  const plans = above === -1 ? [] : [OWN_PLAN, idOf(44, 1)];
  return [
    ...plans.map((id) => `UPDATE wps_plan SET parent_id = '${idOf(48, above)}' WHERE id = '${id}'`),
    `UPDATE wps_observation SET superseded = true WHERE id = '${idOf(56, 0)}'`,
    `UPDATE wps_observation SET supersedes_id = '${idOf(56, 0)}' WHERE id = '${PUBLIC_OBSERVATION}'`,
    `UPDATE wps_lesson SET after_action_id = '${idOf(69, 0)}' WHERE id = '${PUBLIC_LESSON}'`,
  ];
}

/** Statements that delete what `hiddenWpsRows` made. */
export const FORGET_HIDDEN_WPS = [
  `UPDATE wps_plan SET parent_id = NULL WHERE title->>'en' NOT LIKE 'Hidden%'`,
  `UPDATE wps_observation SET supersedes_id = NULL`,
  `UPDATE wps_lesson SET after_action_id = NULL`,
  `DELETE FROM wps_lesson_use WHERE adapted LIKE 'Hidden%'`,
  `DELETE FROM wps_lesson WHERE title LIKE 'Hidden%'`,
  `DELETE FROM wps_analysis WHERE title LIKE 'Hidden%'`,
  `DELETE FROM wps_report_comment WHERE words LIKE 'Hidden%'`,
  `DELETE FROM wps_report_consulted WHERE report_id IN (SELECT id FROM wps_report WHERE answers ? 'hidden')`,
  `DELETE FROM wps_report WHERE answers ? 'hidden'`,
  `DELETE FROM wps_focal_point WHERE office LIKE 'Hidden%'`,
  `DELETE FROM wps_commitment WHERE text->>'en' LIKE 'Hidden%'`,
  `DELETE FROM wps_observation WHERE source LIKE 'Hidden%'`,
  `DELETE FROM wps_involvement WHERE name LIKE 'Hidden%'`,
  `DELETE FROM wps_budget_line WHERE item_id IN (SELECT id FROM wps_plan_item WHERE text->>'en' LIKE 'Hidden%')`,
  `DELETE FROM wps_plan_item WHERE text->>'en' LIKE 'Hidden%'`,
  `DELETE FROM wps_plan WHERE title->>'en' LIKE 'Hidden%'`,
];

/** Statements that delete all of it. */
export const FORGET_WPS = [
  'wps_lesson_use',
  'wps_lesson',
  'wps_analysis',
  'wps_report_comment',
  'wps_report_consulted',
  'wps_report',
  'wps_form',
  'wps_observation',
  'wps_indicator',
  'wps_framework',
  'wps_focal_point',
  'wps_commitment',
  'wps_involvement',
  'wps_budget_line',
  'wps_plan_item',
  'wps_plan',
  'wps_actor',
].map((table) => `DELETE FROM ${table}`);

/** A form that asks for everything that records can fill. */
const CELLS = [
  { code: 'seats', kind: 'concept', of: 'women-in-parliament', label: {}, note: {} },
  { code: 'un', kind: 'framework', of: 'x-un', label: {}, note: {} },
  ...RECORD_LISTS.map((of) => ({ code: of, kind: 'records', of, label: {}, note: {} })),
];

/** @param n among the reports of the actor: no two are of the same days */
function report(id: string, actorId: string, n: number, state: string, sharing: string) {
  const content = { form: { title: {} }, actor: { code: 'x-other', names: {} }, sections: [] };
  return {
    id,
    form_id: FORM,
    actor_id: actorId,
    from_day: '2026-01-01',
    until_day: addDays('2026-12-31', n),
    state,
    answers: {},
    sharing,
    revision: 1,
    ...(state === 'submitted'
      ? {
          content: JSON.stringify({ ...content, consulted: [], comments: [], from: '', until: '' }),
          hash: 'a hash',
          submitted_to: 'Somebody',
          submitted_at: '2027-01-31T00:00:00Z',
        }
      : {}),
  };
}

function comment(id: string, reportId: string, actorId: string, words: string) {
  return {
    id,
    report_id: reportId,
    actor_id: actorId,
    words,
    written_at: '2026-12-31T00:00:00Z',
    revision: 1,
  };
}

function observation(id: string, actorId: string, sharing: string, source: string) {
  return {
    id,
    actor_id: actorId,
    indicator_id: INDICATOR,
    from_day: '2026-01-01',
    until_day: '2026-12-31',
    value: 0.25,
    status: 'reported',
    source,
    sharing,
    superseded: false,
    entered_by: 'a test',
    entered_at: '2026-12-31T00:00:00Z',
  };
}

function plan(id: string, actorId: string, sharing: string, title: string) {
  return {
    id,
    actor_id: actorId,
    level: 'national',
    generation: 1,
    title: { en: title },
    languages: ['en'],
    state: 'in-force',
    focus: 'both',
    budget_status: 'costed',
    sharing,
    revision: 1,
  };
}

function item(id: string, planId: string, text: string) {
  return {
    id,
    plan_id: planId,
    kind: 'action',
    place: 1,
    text: { en: text },
    themes: [],
    progress: 'under-way',
    until_day: '2026-12-31',
    indicators: [
      { text: 'Seats', baseline: null, target: null, source: null, alignedWith: 'x-un/12a' },
    ],
    revision: 1,
  };
}

function involvement(id: string, planId: string, name: string, actorId: string | null) {
  return {
    id,
    plan_id: planId,
    who: 'women-cso',
    actor_id: actorId,
    name,
    named: 'body',
    stage: 'drafting',
    how: 'consulted',
    answer: 'unanswered',
    revision: 1,
  };
}

function commitment(id: string, actorId: string, sharing: string, text: string) {
  return {
    id,
    actor_id: actorId,
    text: { en: text },
    source: 'pledge',
    source_text: 'A pledge',
    themes: [],
    state: 'open',
    sharing,
    revision: 1,
  };
}

function lesson(id: string, actorId: string, state: string, sharing: string, title: string) {
  return {
    id,
    actor_id: actorId,
    language: 'en',
    title,
    context: 'A place',
    done: 'Something',
    result: 'Much',
    evidence: 'monitored',
    themes: ['mediation'],
    state,
    sharing,
    revision: 1,
  };
}

function lessonUse(
  id: string,
  lessonId: string,
  actorId: string,
  sharing: string,
  adapted: string,
) {
  return {
    id,
    lesson_id: lessonId,
    actor_id: actorId,
    adapted,
    from_day: '2026-01-01',
    sharing,
    revision: 1,
  };
}

function analysis(id: string, actorId: string, sharing: string, title: string) {
  return {
    id,
    actor_id: actorId,
    language: 'en',
    title,
    territory: 'ML',
    done_on: '2026-01-01',
    method: 'Talks',
    timing: 'before-design',
    office: 'Unit 1325',
    answers: { norms: 'Many' },
    used_in: [],
    sharing,
    revision: 1,
  };
}

function focalPoint(id: string, actorId: string, sharing: string, office: string) {
  return {
    id,
    actor_id: actorId,
    office,
    office_position: 'unit',
    deputy: false,
    from_day: '2026-01-01',
    sharing,
    revision: 1,
  };
}
