import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const SHORTLIST_STATES = ['open', 'sent', 'closed'] as const;
export type ShortlistState = (typeof SHORTLIST_STATES)[number];

/** What an organizer can do with a shortlist. What the policy asks about is the need it belongs to. */
export const SHORTLIST_STEPS = stateMachine({
  subject: 'shortlist',
  states: SHORTLIST_STATES,
  initial: 'open',
  final: ['closed'],
  transitions: {
    /** Puts mediators on it. */
    add: {
      from: ['open'],
      to: null,
      action: 'shortlist',
      audit: 'shortlist.add',
      refused: refusal('shortlists.whileOpen'),
    },
    /** Takes a mediator off it. */
    remove: {
      from: ['open'],
      to: null,
      action: 'shortlist',
      audit: 'shortlist.remove',
      refused: refusal('shortlists.whileOpen'),
    },
    /** Tells that it went to whoever decides. */
    send: {
      from: ['open'],
      to: 'sent',
      action: 'shortlist',
      audit: 'shortlist.send',
      refused: refusal('shortlists.sentOnce'),
    },
    /** Gives feedback on a mediator, or changes it. */
    judge: {
      from: ['open', 'sent'],
      to: null,
      action: 'give-feedback',
      audit: 'shortlist.judge',
      refused: refusal('shortlists.feedbackUntilClosed'),
    },
    close: {
      from: ['open', 'sent'],
      to: 'closed',
      action: 'shortlist',
      audit: 'shortlist.close',
      refused: refusal('shortlists.closedOnce'),
    },
  },
});

export type ShortlistStep = (typeof SHORTLIST_STEPS.names)[number];
