import { stateMachine } from '#kernel';
import { refusal } from '#messages';
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
      refused: refusal('needs.editedUntilFilled'),
    },
    open: {
      from: ['draft'],
      to: 'open',
      action: 'open',
      audit: 'need.open',
      refused: refusal('needs.onlyDraftOpened'),
    },
    /** Begins a shortlist for it. */
    shortlist: {
      from: ['open', 'shortlisting'],
      to: 'shortlisting',
      action: 'shortlist',
      audit: 'need.shortlist',
      refused: refusal('needs.openFirst'),
    },
    /** Tells of women who are engaged while others are still looked for. */
    engage: {
      from: ['shortlisting'],
      to: null,
      action: 'close',
      audit: 'need.engage',
      refused: refusal('needs.engagedFromShortlist'),
    },
    fill: {
      from: ['shortlisting'],
      to: 'filled',
      action: 'close',
      audit: 'need.fill',
      refused: refusal('needs.filledFromShortlist'),
    },
    cancel: {
      from: ['draft', 'open', 'shortlisting'],
      to: 'cancelled',
      action: 'close',
      audit: 'need.cancel',
      refused: refusal('needs.overAlready'),
    },
  },
});

export type NeedStep = (typeof NEED_STEPS.names)[number];

/** States in which a need can still be asked of the directory by its organization. */
export const EDITABLE_STATES: readonly NeedState[] = NEED_STEPS.transition('edit').from;
