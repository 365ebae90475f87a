import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const REPORT_STATES = ['draft', 'consultation', 'cleared', 'submitted', 'reviewed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** States in which a report is frozen: its content is kept, and nothing changes it. */
export const FROZEN_STATES = ['submitted', 'reviewed'] as const satisfies ReportState[];

/** States in which a comment is answered. */
export const ANSWERED_STATES: readonly ReportState[] = ['consultation', 'cleared'];

/** What decides whether a report can take a step. */
export interface ReportFacts {
  /** How many are consulted. */
  readonly consulted?: number;
  /** To whom it is submitted. */
  readonly submittedTo?: string | null;
}

/** What a focal point can do with a report of her actor. */
export const REPORT_STEPS = stateMachine({
  subject: 'report',
  states: REPORT_STATES,
  initial: 'draft',
  final: ['reviewed'],
  guards: {
    consulted: {
      needs: 'somebody who is consulted',
      refusal: ({ consulted = 0 }: ReportFacts) =>
        consulted > 0 ? null : refusal('wps.consultedFirst'),
    },
    recipient: {
      needs: 'the body that receives it',
      refusal: ({ submittedTo }: ReportFacts) =>
        submittedTo ? null : refusal('wps.submittedToFirst'),
    },
  },
  transitions: {
    edit: {
      from: ['draft', 'consultation'],
      to: null,
      action: 'edit',
      audit: 'wps-report.edit',
      refused: refusal('wps.reopenFirst'),
    },
    consult: {
      from: ['draft'],
      to: 'consultation',
      action: 'edit',
      guards: ['consulted'],
      audit: 'wps-report.consult',
    },
    clear: {
      from: ['draft', 'consultation'],
      to: 'cleared',
      action: 'edit',
      audit: 'wps-report.clear',
    },
    reopen: {
      from: ['consultation', 'cleared'],
      to: 'draft',
      action: 'edit',
      audit: 'wps-report.reopen',
      refused: refusal('wps.submittedStays'),
    },
    submit: {
      from: ['cleared'],
      to: 'submitted',
      action: 'edit',
      guards: ['recipient'],
      audit: 'wps-report.submit',
      refused: refusal('wps.onlyClearedSubmitted'),
    },
    narrow: {
      from: ['submitted', 'reviewed'],
      to: null,
      action: 'edit',
      audit: 'wps-report.narrow',
      refused: refusal('wps.changeWhilePrepared'),
    },
    review: {
      from: ['submitted'],
      to: 'reviewed',
      action: 'edit',
      audit: 'wps-report.review',
      refused: refusal('wps.onlySubmittedReviewed'),
    },
  },
});

export type ReportStep = (typeof REPORT_STEPS.names)[number];
