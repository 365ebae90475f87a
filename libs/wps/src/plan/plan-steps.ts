import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const PLAN_STATES = ['draft', 'adopted', 'in-force', 'expired', 'superseded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What decides whether a plan can take a step. */
export interface PlanFacts {
  /** ISO 8601; null if it is not adopted yet. */
  readonly adopted?: string | null;
  readonly from?: string | null;
}

/** What a focal point can do with an action plan of her actor. */
export const PLAN_STEPS = stateMachine({
  subject: 'plan',
  states: PLAN_STATES,
  initial: 'draft',
  final: ['superseded'],
  guards: {
    'adopted-on': {
      needs: 'the day of its adoption',
      refusal: ({ adopted }: PlanFacts) => (adopted ? null : refusal('wps.adoptedDayFirst')),
    },
    'begins-on': {
      needs: 'its first day',
      refusal: ({ from }: PlanFacts) => (from ? null : refusal('wps.inForceDayFirst')),
    },
  },
  transitions: {
    edit: {
      from: ['draft', 'adopted', 'in-force', 'expired'],
      to: null,
      action: 'edit',
      audit: 'plan.edit',
    },
    adopt: {
      from: ['draft'],
      to: 'adopted',
      action: 'edit',
      guards: ['adopted-on'],
      audit: 'plan.adopt',
    },
    begin: {
      from: ['adopted'],
      to: 'in-force',
      action: 'edit',
      guards: ['begins-on'],
      audit: 'plan.begin',
      refused: refusal('wps.onlyAdoptedInForce'),
    },
    expire: {
      from: ['in-force'],
      to: 'expired',
      action: 'edit',
      audit: 'plan.expire',
      refused: refusal('wps.onlyInForceExpires'),
    },
    /** The next generation takes its place. */
    supersede: {
      from: ['adopted', 'in-force', 'expired'],
      to: 'superseded',
      action: 'edit',
      audit: 'plan.supersede',
    },
  },
});

export type PlanStep = (typeof PLAN_STEPS.names)[number];
