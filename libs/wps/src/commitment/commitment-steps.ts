import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const COMMITMENT_STATES = ['open', 'on-track', 'at-risk', 'done', 'dropped'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** States of what is still owed. */
export const OWED_STATES = ['open', 'on-track', 'at-risk'] as const satisfies CommitmentState[];

/** From what a commitment comes. */
export const COMMITMENT_SOURCES = [
  'meeting',
  'resolution',
  'pledge',
  'plan',
  'treaty-body',
  'report',
] as const;
export type CommitmentSource = (typeof COMMITMENT_SOURCES)[number];

/** What decides whether a commitment can take a step. */
export interface CommitmentFacts {
  readonly evidence?: string | null;
  readonly reason?: string | null;
}

/** What a focal point can do with a commitment of her actor. */
export const COMMITMENT_STEPS = stateMachine({
  subject: 'commitment',
  states: COMMITMENT_STATES,
  initial: 'open',
  final: [],
  guards: {
    evidence: {
      needs: 'evidence',
      refusal: ({ evidence }: CommitmentFacts) => (evidence ? null : refusal('wps.evidenceFirst')),
    },
    reason: {
      needs: 'a reason',
      refusal: ({ reason }: CommitmentFacts) => (reason ? null : refusal('wps.sayWhyDropped')),
    },
  },
  transitions: {
    edit: {
      from: ['open', 'on-track', 'at-risk'],
      to: null,
      action: 'edit',
      audit: 'commitment.edit',
      refused: refusal('wps.reopenFirst'),
    },
    track: {
      from: ['open', 'at-risk'],
      to: 'on-track',
      action: 'edit',
      audit: 'commitment.track',
    },
    warn: {
      from: ['open', 'on-track'],
      to: 'at-risk',
      action: 'edit',
      audit: 'commitment.warn',
    },
    keep: {
      from: ['open', 'on-track', 'at-risk'],
      to: 'done',
      action: 'edit',
      guards: ['evidence'],
      audit: 'commitment.keep',
    },
    drop: {
      from: ['open', 'on-track', 'at-risk'],
      to: 'dropped',
      action: 'edit',
      guards: ['reason'],
      audit: 'commitment.drop',
    },
    reopen: {
      from: ['done', 'dropped'],
      to: 'open',
      action: 'edit',
      audit: 'commitment.reopen',
      refused: refusal('wps.notClosed'),
    },
  },
});

export type CommitmentStep = (typeof COMMITMENT_STEPS.names)[number];
