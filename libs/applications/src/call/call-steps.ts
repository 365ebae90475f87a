import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** Of a call for members. While it is open and its dates allow it, its page takes applications. */
export const CALL_STATES = ['draft', 'open', 'closed'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What decides whether a call can be opened. Days in ISO 8601. */
export interface CallFacts {
  /** Null where it has no last day. */
  readonly closesOn?: string | null;
  readonly today?: string;
}

/** What a coordinator can do with a call. */
export const CALL_STEPS = stateMachine({
  subject: 'call',
  states: CALL_STATES,
  initial: 'draft',
  final: [],
  guards: {
    'not-over': {
      needs: 'a last day that is not past',
      refusal: ({ closesOn, today }: CallFacts) =>
        closesOn && today && closesOn < today ? refusal('calls.lastDayPast') : null,
    },
  },
  transitions: {
    edit: {
      from: ['draft', 'open', 'closed'],
      to: null,
      action: 'edit',
      audit: 'call.edit',
    },
    /** Also a call that was closed too early. */
    open: {
      from: ['draft', 'closed'],
      to: 'open',
      action: 'open',
      guards: ['not-over'],
      audit: 'call.open',
    },
    close: {
      from: ['open'],
      to: 'closed',
      action: 'close',
      audit: 'call.close',
      refused: refusal('calls.onlyOpenClosed'),
    },
  },
});

export type CallStep = (typeof CALL_STEPS.names)[number];
