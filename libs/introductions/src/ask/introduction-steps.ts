import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** Of an introduction as her network and she know it. */
export const INTRODUCTION_STATES = [
  'requested',
  'returned',
  'forwarded',
  'accepted',
  'confirmed',
  'connected',
  'declined',
  'expired',
  'refused',
  'withdrawn',
  'lapsed',
  'stood-down',
  'engaged',
  'not-engaged',
] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/** From the request until the channels are released. */
export const OPEN_STATES = [
  'requested',
  'returned',
  'forwarded',
  'accepted',
  'confirmed',
] as const satisfies readonly IntroductionState[];

/** States in which an ask takes up a place among those that one woman is asked at once. */
export const OUT_STATES = [
  'forwarded',
  'accepted',
  'confirmed',
] as const satisfies readonly IntroductionState[];

/** Asks that may be out to one woman at once. */
export const MOST_ASKS_OF_HER = 3;

/** What decides whether a step can be taken, as it stands in the transaction that takes it. */
export interface IntroductionFacts {
  readonly now: Date;
  /** Until when she can answer; null before she is asked. */
  readonly answerDueAt: Date | null;
  /** Whether she has asked her one question. */
  readonly questioned: boolean;
  /** Whether she agrees at this moment to be matched and to be contacted. */
  readonly consented: boolean;
  /** Whether her profile is neither suspended nor withdrawn, and she is called as she was when she was chosen. */
  readonly listed: boolean;
  /** Other asks that are out to her. */
  readonly asksOut: number;
  /** The revision of the terms that is in force, and the one that she says she accepts; null where she says none. */
  readonly termsRevision: number;
  readonly namedRevision: number | null;
  /** Whether she made a declaration of interests. */
  readonly declared: boolean;
  /** Whether the organization is verified and the need is neither filled nor cancelled. */
  readonly wanted: boolean;
  /** Whether she is pseudonymous, and whether she releases the relay and nothing else. */
  readonly pseudonymous: boolean;
  readonly relayOnly: boolean;
}

/**
 * The life of an introduction as her network and she know it. What the organizer does is permitted and audited on
 * the organizer's side (`SHOWN_STEPS`), and comes here only where the ask is still where the organizer is shown it.
 */
export const INTRODUCTION_STEPS = stateMachine({
  subject: 'introduction',
  states: INTRODUCTION_STATES,
  initial: 'requested',
  final: [
    'declined',
    'expired',
    'refused',
    'withdrawn',
    'lapsed',
    'stood-down',
    'engaged',
    'not-engaged',
  ],
  guards: {
    consented: {
      needs: 'her consent to be matched and to be contacted, in force at this moment',
      refusal: ({ consented }: IntroductionFacts) =>
        consented ? null : refusal('introductions.noConsent'),
    },
    listed: {
      needs: 'a profile that is neither suspended nor withdrawn',
      refusal: ({ listed }: IntroductionFacts) =>
        listed ? null : refusal('introductions.notListed'),
    },
    'not-too-many': {
      needs: `fewer than ${MOST_ASKS_OF_HER} other asks that are out to her`,
      refusal: ({ asksOut }: IntroductionFacts) =>
        asksOut < MOST_ASKS_OF_HER
          ? null
          : refusal('introductions.tooManyAsks', { most: MOST_ASKS_OF_HER }),
    },
    wanted: {
      needs: 'a need that is open and an organization that is verified',
      refusal: ({ wanted }: IntroductionFacts) =>
        wanted ? null : refusal('introductions.notWanted'),
    },
    'in-time': {
      needs: 'an answer before her time is over',
      refusal: ({ now, answerDueAt }: IntroductionFacts) =>
        answerDueAt !== null && now < answerDueAt ? null : refusal('introductions.tooLate'),
    },
    'first-question': {
      needs: 'that she has asked nothing yet',
      refusal: ({ questioned }: IntroductionFacts) =>
        questioned ? refusal('introductions.oneQuestion') : null,
    },
    'terms-in-force': {
      needs: 'that she accepts the revision of the terms that is in force',
      refusal: ({ termsRevision, namedRevision }: IntroductionFacts) =>
        namedRevision === termsRevision ? null : refusal('introductions.termsChanged'),
    },
    declared: {
      needs: 'her declaration of interests',
      refusal: ({ declared }: IntroductionFacts) =>
        declared ? null : refusal('introductions.notDeclared'),
    },
    'behind-relay': {
      needs: 'that a pseudonymous mediator stays behind the relay',
      refusal: ({ pseudonymous, relayOnly }: IntroductionFacts) =>
        pseudonymous && !relayOnly ? refusal('introductions.relayOnly') : null,
    },
  },
  transitions: {
    /** The desk needs more before it asks her. */
    return: {
      from: ['requested'],
      to: 'returned',
      action: 'handle',
      audit: 'introduction.return',
      refused: refusal('introductions.onlyWaitingReturned'),
    },
    resend: { from: ['returned'], to: 'requested', action: null, audit: null },
    /** From now on she has time to answer. No clock ever does this. */
    forward: {
      from: ['requested'],
      to: 'forwarded',
      action: 'handle',
      guards: ['wanted', 'listed', 'consented', 'not-too-many'],
      audit: 'introduction.forward',
      refused: refusal('introductions.onlyWaitingForwarded'),
    },
    refuse: {
      from: ['requested', 'forwarded'],
      to: 'refused',
      action: 'handle',
      audit: 'introduction.refuse',
      refused: refusal('introductions.refusedBeforeAnswer'),
    },
    /** Her clock stops until it is answered. */
    ask: {
      from: ['forwarded'],
      to: null,
      action: 'decide',
      guards: ['in-time', 'first-question'],
      audit: 'introduction.ask',
      refused: refusal('introductions.questionBeforeAnswer'),
    },
    answer: { from: ['forwarded'], to: null, action: null, audit: null },
    accept: {
      from: ['forwarded'],
      to: 'accepted',
      action: 'decide',
      guards: ['in-time', 'wanted', 'listed', 'terms-in-force', 'declared'],
      audit: 'introduction.accept',
      refused: refusal('introductions.waitsForNoAnswer'),
    },
    /** Also after her yes, until channels are released. */
    decline: {
      from: ['forwarded', 'accepted', 'confirmed'],
      to: 'declined',
      action: 'decide',
      audit: 'introduction.decline',
      refused: refusal('introductions.waitsForNoAnswer'),
    },
    /** The desk has read her declaration, and nothing in it is in the way. */
    review: {
      from: ['accepted'],
      to: null,
      action: 'handle',
      audit: 'introduction.review',
      refused: refusal('introductions.reviewedAfterYes'),
    },
    /** The desk finds that a tie of hers is in the way. */
    bar: {
      from: ['accepted'],
      to: 'declined',
      action: 'handle',
      audit: 'introduction.bar',
      refused: refusal('introductions.reviewedAfterYes'),
    },
    confirm: { from: ['accepted'], to: 'confirmed', action: null, audit: null },
    /** She says by which channels she can be reached: this alone connects. */
    release: {
      from: ['confirmed'],
      to: 'connected',
      action: 'decide',
      guards: ['wanted', 'listed', 'consented', 'behind-relay'],
      audit: 'introduction.release',
      refused: refusal('introductions.releasedAfterBoth'),
    },
    /** What she released is shown no more. */
    takeBack: {
      from: ['connected', 'engaged', 'not-engaged'],
      to: null,
      action: 'decide',
      audit: 'introduction.takeback',
      refused: refusal('introductions.nothingReleased'),
    },
    withdraw: {
      from: ['requested', 'returned', 'forwarded', 'accepted', 'confirmed'],
      to: 'withdrawn',
      action: null,
      audit: null,
    },
    engage: { from: ['connected'], to: 'engaged', action: null, audit: null },
    close: { from: ['connected'], to: 'not-engaged', action: null, audit: null },
    /** The terms were edited: she is asked anew, with all her time. */
    reask: {
      from: ['forwarded', 'accepted', 'confirmed'],
      to: 'forwarded',
      action: null,
      audit: 'introduction.reask',
    },
    /** The desk or she let the time go by. */
    expire: {
      from: ['requested', 'forwarded'],
      to: 'expired',
      action: 'end',
      audit: 'introduction.expire',
      timer: {
        when: 'at twice the time of the desk, or when her time is over',
        dueAt: ({ state, deskEndsAt, answerDueAt, pausedAt }: Clocks) =>
          state === 'requested' ? deskEndsAt : pausedAt === null ? answerDueAt : null,
      },
    },
    /** Nobody sent it again. */
    abandon: {
      from: ['returned'],
      to: 'withdrawn',
      action: 'end',
      audit: 'introduction.abandon',
      timer: { when: 'after five days', dueAt: ({ lapsesAt }: Clocks) => lapsesAt },
    },
    /** Her question, her yes, the organizer's confirmation or the connection was left lying. */
    lapse: {
      from: ['forwarded', 'accepted', 'confirmed', 'connected'],
      to: 'lapsed',
      action: 'end',
      audit: 'introduction.lapse',
      timer: {
        when: 'five days after a question, her yes or a confirmation; ninety after the connection',
        dueAt: ({ lapsesAt }: Clocks) => lapsesAt,
      },
    },
    /** Nobody is looked for any more. */
    standDown: {
      from: ['requested', 'returned', 'forwarded', 'accepted', 'confirmed', 'connected'],
      to: 'stood-down',
      action: 'end',
      audit: 'introduction.standdown',
    },
    /** She no longer takes part: consent, profile or name are gone. */
    bowOut: {
      from: ['requested', 'returned', 'forwarded', 'accepted', 'confirmed'],
      to: 'declined',
      action: 'end',
      audit: 'introduction.bowout',
    },
  },
});

export type IntroductionStep = (typeof INTRODUCTION_STEPS.names)[number];

/** The moments at which time changes an ask. */
export interface Clocks {
  readonly state: IntroductionState;
  readonly deskEndsAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly pausedAt: Date | null;
  /** When what waits for the organizer or for her release is over. */
  readonly lapsesAt: Date | null;
}
