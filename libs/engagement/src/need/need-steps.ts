import { stateMachine } from '#kernel';
import { NEED_STATES, type NeedState } from './need.entity.js';

/** What an organizer can do with a need. */
export const NEED_STEPS = stateMachine({
  subject: 'need',
  states: NEED_STATES,
  initial: 'draft',
  final: ['filled', 'cancelled'],
  transitions: {
    edit: {
      from: ['draft', 'open', 'shortlisting'],
      to: null,
      action: 'edit',
      audit: 'need.edit',
      refused: 'it can be edited until it is filled or cancelled',
    },
    open: {
      from: ['draft'],
      to: 'open',
      action: 'open',
      audit: 'need.open',
      refused: 'only a draft can be opened',
    },
    /** Begins a shortlist for it. */
    shortlist: {
      from: ['open', 'shortlisting'],
      to: 'shortlisting',
      action: 'shortlist',
      audit: 'need.shortlist',
      refused: 'open it first; one that is filled or cancelled takes no shortlist',
    },
    /** Tells of women who are engaged while others are still looked for. */
    engage: {
      from: ['shortlisting'],
      to: null,
      action: 'close',
      audit: 'need.engage',
      refused: 'mediators are engaged from a shortlist',
    },
    fill: {
      from: ['shortlisting'],
      to: 'filled',
      action: 'close',
      audit: 'need.fill',
      refused: 'it is filled from a shortlist',
    },
    cancel: {
      from: ['draft', 'open', 'shortlisting'],
      to: 'cancelled',
      action: 'close',
      audit: 'need.cancel',
      refused: 'it is over already',
    },
  },
});

export type NeedStep = (typeof NEED_STEPS.names)[number];

/** States in which a need can still be asked of the directory by its organization. */
export const EDITABLE_STATES: readonly NeedState[] = NEED_STEPS.transition('edit').from;
