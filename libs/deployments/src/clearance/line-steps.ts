import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** Of one line of clearance. */
export const LINE_STATES = [
  'todo',
  'requested',
  'done',
  'expired',
  'not-needed',
  'waived',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** In which it stands in nobody's way. */
export const CLOSED_LINES = ['done', 'not-needed', 'waived'] as const;

/** What decides whether a step can be taken. */
export interface LineFacts {
  /** Whether the line guards her life or health. */
  readonly protects?: boolean;
  /** Whether she was found unfit. */
  readonly unfit?: boolean;
  /** Opaque names of those of the desk who want to waive it. */
  readonly waivedBy?: readonly string[];
  readonly by?: string;
  /** Whether two have said so, and only her agreement is missing. */
  readonly waiverWaits?: boolean;
  readonly sheAgrees?: boolean;
}

/** The life of a line. A waiver is proposed by one of the desk and seconded by another; she agrees where it protects her. */
export const LINE_STEPS = stateMachine({
  subject: 'clearance',
  refusal: refusal('deployments.lineChanged'),
  states: LINE_STATES,
  initial: 'todo',
  final: [],
  guards: {
    dispensable: {
      needs: 'a line that does not guard her life or health',
      refusal: ({ protects, unfit }: LineFacts) =>
        protects || unfit ? refusal('deployments.lineGuards') : null,
    },
    'another-person': {
      needs: 'another person than the one who proposed the waiver',
      refusal: ({ waivedBy = [], by, waiverWaits }: LineFacts) => {
        if (by && waivedBy.includes(by)) {
          return refusal('deployments.waiverOtherPerson');
        }
        return waiverWaits ? refusal('deployments.waiverNeedsHer') : null;
      },
    },
    'two-persons': {
      needs: 'two different persons',
      refusal: ({ waivedBy = [] }: LineFacts) =>
        new Set(waivedBy).size === 2 ? null : refusal('deployments.waiverByTwo'),
    },
    'her-agreement': {
      needs: 'her own agreement where the line guards her life or health',
      refusal: ({ protects, unfit, sheAgrees }: LineFacts) =>
        (protects || unfit) && !sheAgrees ? refusal('deployments.waiverOnlyWithHer') : null,
    },
  },
  transitions: {
    request: {
      from: ['todo', 'expired'],
      to: 'requested',
      action: 'record',
      audit: 'clearance.request',
    },
    finish: {
      from: ['todo', 'requested', 'expired'],
      to: 'done',
      action: 'record',
      audit: 'clearance.finish',
    },
    dispense: {
      from: ['todo', 'requested', 'expired'],
      to: 'not-needed',
      action: 'clear',
      guards: ['dispensable'],
      audit: 'clearance.dispense',
    },
    /** Another owner. */
    hand: {
      from: ['todo', 'requested', 'expired'],
      to: null,
      action: 'clear',
      audit: 'clearance.hand',
    },
    /** One of the desk wants to waive it: the first proposes it, another seconds it. */
    propose: {
      from: ['todo', 'requested', 'expired'],
      to: null,
      action: 'waive',
      guards: ['another-person'],
      audit: 'clearance.propose',
    },
    agree: {
      from: ['todo', 'requested', 'expired'],
      to: null,
      action: 'agree',
      audit: 'clearance.agree',
    },
    /** Follows by itself once all have agreed. */
    waive: {
      from: ['todo', 'requested', 'expired'],
      to: 'waived',
      action: null,
      guards: ['two-persons', 'her-agreement'],
      audit: 'clearance.waive',
    },
    /** By the clock. */
    expire: {
      from: ['done'],
      to: 'expired',
      action: null,
      audit: 'clearance.expire',
      timer: {
        when: 'the day after the last on which it is valid',
        dueAt: ({ validUntil }: { readonly validUntil?: Date | null }) => validUntil ?? null,
      },
    },
    /** Also drops a waiver, whole or begun. */
    reopen: {
      from: ['todo', 'requested', 'done', 'not-needed', 'waived'],
      to: 'todo',
      action: 'clear',
      audit: 'clearance.reopen',
    },
  },
});

export type LineStep = (typeof LINE_STEPS.names)[number];
