import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const CORRECTION_STATES = ['open', 'done', 'declined'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** How a coordinator handles what a mediator asks to be put right: each step has the name of the state that she chooses. */
export const CORRECTION_STEPS = stateMachine({
  subject: 'correction',
  refusal: refusal('corrections.handled'),
  states: CORRECTION_STATES,
  initial: 'open',
  final: ['done', 'declined'],
  transitions: {
    done: {
      from: ['open'],
      to: 'done',
      action: 'handle-correction',
      audit: 'correction.handle',
    },
    declined: {
      from: ['open'],
      to: 'declined',
      action: 'handle-correction',
      audit: 'correction.handle',
    },
  },
});

export type CorrectionStep = (typeof CORRECTION_STEPS.names)[number];
