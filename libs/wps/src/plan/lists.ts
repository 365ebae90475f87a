export const PLAN_LEVELS = ['national', 'regional', 'local'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

/** Whether a plan is about the country itself, about its work abroad, or about both. */
export const PLAN_FOCUSES = ['inward', 'outward', 'both'] as const;
export type PlanFocus = (typeof PLAN_FOCUSES)[number];

/** How far the money of a plan is settled, each step including the ones before it. */
export const BUDGET_STATUSES = [
  'none',
  'mentioned',
  'estimated',
  'costed',
  'allocated',
  'spent-reported',
] as const;
export type BudgetStatus = (typeof BUDGET_STATUSES)[number];

export const ITEM_KINDS = ['goal', 'outcome', 'action'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** The pillars of resolution 1325 (2000), as S/2010/498 orders indicators by them. */
export const PILLARS = [
  'prevention',
  'participation',
  'protection',
  'relief-and-recovery',
  'cross-cutting',
] as const;
export type Pillar = (typeof PILLARS)[number];

export const PROGRESSES = ['not-started', 'under-way', 'done', 'stopped'] as const;
export type Progress = (typeof PROGRESSES)[number];

/** Who was involved in a plan beside its lead office. */
export const INVOLVED = [
  'cso',
  'women-cso',
  'youth',
  'parliament',
  'academia',
  'private',
  'security-sector',
  'local-authority',
] as const;
export type Involved = (typeof INVOLVED)[number];

export const INVOLVED_STAGES = [
  'drafting',
  'adoption',
  'implementation',
  'monitoring',
  'review',
] as const;
export type InvolvedStage = (typeof INVOLVED_STAGES)[number];

export const INVOLVED_HOW = [
  'informed',
  'consulted',
  'member-of-body',
  'co-lead',
  'funded',
] as const;
export type InvolvedHow = (typeof INVOLVED_HOW)[number];

/** Whether the name of somebody who was involved is that of a body or office, or of a person who agreed to be named. */
export const INVOLVED_NAMES = ['body', 'person'] as const;
export type InvolvedName = (typeof INVOLVED_NAMES)[number];

/** What those who are said to have been involved say to it. */
export const INVOLVED_ANSWERS = ['unanswered', 'confirmed', 'contested'] as const;
export type InvolvedAnswer = (typeof INVOLVED_ANSWERS)[number];

/** The topic of the taxonomy that measures against conflict-related sexual violence have. */
export const CRSV_THEME = 'justice.conflict-related-sexual-and-gender-based-violence';
