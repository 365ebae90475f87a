import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/**
 * Of an introduction as the organizer is shown it. `with-network` is one state, from the request to her answer: whether
 * and when the network asked her is not told.
 */
export const SHOWN_STATES = [
  'with-network',
  'returned',
  'question',
  'accepted',
  'confirmed',
  'connected',
  'ended',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** Those that are open, and count against the limit of a need. */
export const SHOWN_OPEN = SHOWN_STATES.filter((state) => state !== 'ended');

/** The one word with which an introduction ends for the organizer. */
export const SHOWN_WORDS = [
  'no-answer',
  'available-later',
  'not-this',
  'withdrawn',
  'lapsed',
  'stood-down',
  'engaged',
  'not-engaged',
] as const;
export type ShownWord = (typeof SHOWN_WORDS)[number];

/** The words that a mediator who declines may let the organizer read. */
export const SHARED_WORDS = ['available-later', 'not-this'] as const satisfies readonly ShownWord[];
export type SharedWord = (typeof SHARED_WORDS)[number];

/**
 * The organizer's side of an introduction. It has a life of its own: when she declines in silence, is refused or erased,
 * or her time is over, nothing here changes before the moment that was announced with the request. So the sequence of
 * states, words, moments and revisions is the same whatever happened.
 */
export interface Shown {
  readonly state: ShownState;
  /** How it ended; null while it is open. */
  readonly word: ShownWord | null;
  /** When the state ends by itself; null once it has ended. */
  readonly dueAt: Date | null;
  /** While a question waits: when it was asked, and when the introduction would have been due. */
  readonly askedAt: Date | null;
  readonly restDueAt: Date | null;
  /** Whether the network has reviewed her declaration, and the organizer can confirm. */
  readonly reviewed: boolean;
  readonly endedAt: Date | null;
  readonly revision: number;
}

export interface ShownFacts {
  readonly reviewed: boolean;
}

/** What the organizer does and what is told to the organizer. */
export const SHOWN_STEPS = stateMachine({
  subject: 'introduction',
  states: SHOWN_STATES,
  initial: 'with-network',
  final: ['ended'],
  guards: {
    reviewed: {
      needs: 'that the network has reviewed her declaration of interests',
      refusal: ({ reviewed }: ShownFacts) =>
        reviewed ? null : refusal('introductions.stillReviewed'),
    },
  },
  transitions: {
    resend: {
      from: ['returned'],
      to: 'with-network',
      action: 'answer',
      audit: 'introduction.resend',
      refused: refusal('introductions.onlyReturnedResent'),
    },
    answer: {
      from: ['question'],
      to: 'with-network',
      action: 'answer',
      audit: 'introduction.answer',
      refused: refusal('introductions.noQuestionWaits'),
    },
    confirm: {
      from: ['accepted'],
      to: 'confirmed',
      action: 'confirm',
      guards: ['reviewed'],
      audit: 'introduction.confirm',
      refused: refusal('introductions.confirmedAfterYes'),
    },
    withdraw: {
      from: ['with-network', 'returned', 'question', 'accepted', 'confirmed'],
      to: 'ended',
      action: 'withdraw',
      audit: 'introduction.withdraw',
      refused: refusal('introductions.withdrawnBeforeRelease'),
    },
    engage: {
      from: ['connected'],
      to: 'ended',
      action: 'close',
      audit: 'introduction.engage',
      refused: refusal('introductions.onlyConnectedEngaged'),
    },
    /** Nobody is engaged. */
    close: {
      from: ['connected'],
      to: 'ended',
      action: 'close',
      audit: 'introduction.close',
      refused: refusal('introductions.onlyConnectedClosed'),
    },
    return: { from: ['with-network'], to: 'returned', action: null, audit: null },
    ask: { from: ['with-network'], to: 'question', action: null, audit: null },
    accept: { from: ['with-network', 'question'], to: 'accepted', action: null, audit: null },
    review: { from: ['accepted'], to: null, action: null, audit: null },
    release: { from: ['confirmed'], to: 'connected', action: null, audit: null },
    takeBack: { from: ['connected', 'ended'], to: null, action: null, audit: null },
    /** She declined, and lets the organizer read so. */
    tell: {
      from: ['with-network', 'question', 'accepted', 'confirmed'],
      to: 'ended',
      action: null,
      audit: null,
    },
    reask: {
      from: ['with-network', 'question', 'accepted', 'confirmed'],
      to: 'with-network',
      action: null,
      audit: null,
    },
    standDown: {
      from: ['with-network', 'returned', 'question', 'accepted', 'confirmed', 'connected'],
      to: 'ended',
      action: null,
      audit: null,
    },
    timeOut: {
      from: ['with-network', 'returned', 'question', 'accepted', 'confirmed', 'connected'],
      to: 'ended',
      action: null,
      audit: null,
      timer: {
        when: 'at the moment that was announced',
        dueAt: ({ dueAt }: Shown) => dueAt,
      },
    },
  },
});

export type ShownStep = (typeof SHOWN_STEPS.names)[number];

/** The word with which each state ends when its time is over. */
const TIMED_OUT: Readonly<Record<Exclude<ShownState, 'ended'>, ShownWord>> = {
  'with-network': 'no-answer',
  returned: 'withdrawn',
  question: 'lapsed',
  accepted: 'lapsed',
  confirmed: 'no-answer',
  connected: 'lapsed',
};

/** The organizer's side as it stands at a moment. A time that is over is over, whether or not a job has marked it. */
export function shownAt(shown: Shown, now: Date): Shown {
  const { state, dueAt, reviewed } = shown;
  if (state === 'ended' || dueAt === null || now < dueAt) return shown;
  // An organizer who could not confirm yet has let nothing lie.
  const word = state === 'accepted' && !reviewed ? 'no-answer' : TIMED_OUT[state];
  return ended(shown, word, dueAt);
}

/** The organizer's side after its end. */
export function ended(shown: Shown, word: ShownWord, at: Date): Shown {
  return {
    ...shown,
    state: 'ended',
    word,
    dueAt: null,
    askedAt: null,
    restDueAt: null,
    endedAt: at,
    revision: shown.revision + 1,
  };
}
