import type { Urgency } from '#engagement';
import {
  answerDueAt,
  answerReminders,
  CONNECTED_WINDOW,
  type DeskHours,
  deskTimes,
  FIVE_DAYS,
  plus,
  shownDueAt,
} from './clock.js';
import {
  INTRODUCTION_STEPS,
  type IntroductionFacts,
  type IntroductionState,
  type IntroductionStep,
} from './introduction-steps.js';
import {
  ended,
  type SharedWord,
  SHOWN_STEPS,
  type Shown,
  shownAt,
  type ShownStep,
  type ShownWord,
} from './shown.js';

/** Reminders that an ask has had. They begin anew with each clock. */
export const REMINDERS = [
  'desk-half',
  'desk-due',
  'her-half',
  'her-last',
  'review',
  'connected',
] as const;
export type Reminder = (typeof REMINDERS)[number];

/** An ask as her network and she know it: its state and all its clocks. */
export interface Ask {
  readonly state: IntroductionState;
  readonly urgency: Urgency;
  readonly revision: number;
  readonly deskRemindAt: Date;
  readonly deskDueAt: Date;
  readonly deskEndsAt: Date;
  readonly forwardedAt: Date | null;
  readonly answerDueAt: Date | null;
  /** While a question of hers waits. */
  readonly pausedAt: Date | null;
  readonly questioned: boolean;
  readonly termsRevision: number;
  readonly acceptedTermsRevision: number | null;
  readonly acceptedAt: Date | null;
  /** Whether the desk, or the lack of any tie, has settled her declaration. */
  readonly reviewedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly connectedAt: Date | null;
  readonly endedAt: Date | null;
  /** When what waits for the organizer or for her release is over. */
  readonly lapsesAt: Date | null;
  readonly reminded: readonly Reminder[];
}

/** Both sides. Her side is null once she was erased; the organizer's goes on. */
export interface Introduction {
  readonly ask: Ask | null;
  readonly shown: Shown;
}

/** Who is told, by which mail. */
export interface Notice {
  readonly to: 'her' | 'desk' | 'deputies' | 'organizer';
  readonly mail:
    | 'introduction-desk-waits'
    | 'introduction-desk-reminder'
    | 'introduction-desk-overdue'
    | 'introduction-asked'
    | 'introduction-reminder'
    | 'introduction-returned'
    | 'introduction-question'
    | 'introduction-answered'
    | 'introduction-accepted'
    | 'introduction-confirmed'
    | 'introduction-connected'
    | 'introduction-ended'
    | 'introduction-stood-down'
    | 'introduction-terms-changed';
}

/** What a step made of both sides. */
export interface Moved extends Introduction {
  /** Steps that her side took, in their order, each with the state from which it did. */
  readonly steps: readonly { readonly step: IntroductionStep; readonly from: IntroductionState }[];
  readonly notices: readonly Notice[];
}

/** A request that reaches the desk now. */
export function requested(
  urgency: Urgency,
  now: Date,
  desk: DeskHours,
  termsRevision: number,
): Moved {
  const { remindAt, dueAt, endsAt } = deskTimes(urgency, now, desk);
  const ask: Ask = {
    state: INTRODUCTION_STEPS.table.initial,
    urgency,
    revision: 1,
    deskRemindAt: remindAt,
    deskDueAt: dueAt,
    deskEndsAt: endsAt,
    forwardedAt: null,
    answerDueAt: null,
    pausedAt: null,
    questioned: false,
    termsRevision,
    acceptedTermsRevision: null,
    acceptedAt: null,
    reviewedAt: null,
    confirmedAt: null,
    connectedAt: null,
    endedAt: null,
    lapsesAt: null,
    reminded: [],
  };
  const shown: Shown = {
    state: SHOWN_STEPS.table.initial,
    word: null,
    dueAt: shownDueAt(urgency, now),
    askedAt: null,
    restDueAt: null,
    reviewed: false,
    endedAt: null,
    revision: 1,
  };
  return { ask, shown, steps: [], notices: [tell('desk', 'introduction-desk-waits')] };
}

/** What time has done to both sides by now. Every step begins with it, so that it matters to nobody when a job runs. */
export function settled({ ask, shown }: Introduction, now: Date): Moved {
  const after = shownAt(shown, now);
  const told: Notice[] =
    after.state === 'ended' && shown.state !== 'ended'
      ? [tell('organizer', 'introduction-ended')]
      : [];
  const due = ask && dueStep(ask, now);
  if (!ask || !due) return { ask, shown: after, steps: [], notices: told };
  const { step, at } = due;
  const moved = askAfter(ask, step, at);
  return {
    ask: moved,
    shown: after,
    steps: [{ step, from: ask.state }],
    notices: [...told, ...(wasAsked(ask) ? [tell('her', 'introduction-ended')] : [])],
  };
}

/** A step of the organizer. Whether it can be taken depends on the organizer's side alone. */
export type OrganizerStep = Extract<
  ShownStep,
  'resend' | 'answer' | 'confirm' | 'withdraw' | 'engage' | 'close'
>;

/**
 * What a step of the organizer makes of both sides.
 *
 * @param word how the introduction ends by it, where it does
 * @throws InvalidStateError
 */
export function byOrganizer(
  step: OrganizerStep,
  { urgency, desk }: { readonly urgency: Urgency; readonly desk: DeskHours },
  before: Introduction,
  now: Date,
): Moved {
  const { ask, shown, steps, notices } = settled(before, now);
  SHOWN_STEPS.take(step, shown.state, shown);
  const next = shownByOrganizer(step, shown, urgency, now);
  if (!ask || !follows(step, ask)) return { ask, shown: next, steps, notices };
  const moved = askByOrganizer(step, ask, desk, now);
  return {
    ask: moved,
    shown: next,
    steps: [...steps, { step, from: ask.state }],
    notices: [...notices, ...toldByOrganizer(step, ask)],
  };
}

/** What she or the desk does, and what the step needs to know beyond its guards. */
export type InnerStep =
  | { readonly step: 'return' | 'forward' | 'refuse' | 'ask' | 'review' | 'bar' }
  | { readonly step: 'accept'; readonly reviewed: boolean }
  /** `share` is the word that the organizer may read at once; null for none. */
  | { readonly step: 'decline'; readonly share: SharedWord | null }
  | { readonly step: 'release' | 'takeBack' };

/**
 * What a step of hers, or of the desk, makes of both sides.
 *
 * @throws InvalidStateError where the state or a guard of `INTRODUCTION_STEPS` refuses it
 */
export function byInner(
  inner: InnerStep,
  before: Introduction,
  facts: Omit<IntroductionFacts, 'answerDueAt' | 'questioned' | 'termsRevision'>,
): Moved {
  const { now } = facts;
  const { ask, shown, steps, notices } = settled(before, now);
  if (!ask) throw new Error('Nothing is left of the ask of a woman who was erased.');
  const { step } = inner;
  const { answerDueAt: due, questioned, termsRevision } = ask;
  const answerDue = ask.pausedAt === null ? due : MUCH_LATER;
  const all = { ...facts, answerDueAt: answerDue, questioned, termsRevision };
  INTRODUCTION_STEPS.take(step, ask.state, all);
  const moved = askByInner(inner, ask, now);
  return {
    ask: moved,
    shown: shownByInner(inner, shown, now),
    steps: [...steps, { step, from: ask.state }],
    notices: [...notices, ...toldByInner(inner, ask)],
  };
}

/** The terms were edited: whoever has been asked is asked anew, and the organizer waits anew. */
export function reasked(
  before: Introduction,
  { urgency, termsRevision }: { readonly urgency: Urgency; readonly termsRevision: number },
  now: Date,
): Moved {
  const { ask, shown, steps, notices } = settled(before, now);
  const waits = SHOWN_STEPS.transition('reask').from.some((state) => state === shown.state);
  const next = waits ? shownAgain(shown, urgency, now) : shown;
  if (!ask) return { ask, shown: next, steps, notices };
  if (!waits || !INTRODUCTION_STEPS.transition('reask').from.some((one) => one === ask.state)) {
    const revised = INTRODUCTION_STEPS.isFinal(ask.state) ? ask : { ...ask, termsRevision };
    return { ask: revised, shown: next, steps, notices };
  }
  const again: Ask = {
    ...askAfter(ask, 'reask', now),
    termsRevision,
    forwardedAt: now,
    answerDueAt: answerDueAt(ask.urgency, now),
    pausedAt: null,
    acceptedTermsRevision: null,
    acceptedAt: null,
    reviewedAt: null,
    confirmedAt: null,
    lapsesAt: null,
    reminded: [],
  };
  return {
    ask: again,
    shown: next,
    steps: [...steps, { step: 'reask', from: ask.state }],
    notices: [...notices, tell('her', 'introduction-terms-changed')],
  };
}

/** Nobody is looked for any more: both sides end, and everyone who was asked is told. */
export function stoodDown(before: Introduction, now: Date): Moved {
  const { ask, shown, steps, notices } = settled(before, now);
  const next = shown.state === 'ended' ? shown : ended(shown, 'stood-down', now);
  const told = next === shown ? [] : [tell('organizer', 'introduction-stood-down')];
  if (!ask || !follows('standDown', ask)) {
    return { ask, shown: next, steps, notices: [...notices, ...told] };
  }
  const desk = tell('desk', 'introduction-stood-down');
  return {
    ask: askAfter(ask, 'standDown', now),
    shown: next,
    steps: [...steps, { step: 'standDown', from: ask.state }],
    notices: [
      ...notices,
      ...told,
      desk,
      ...(wasAsked(ask) ? [tell('her', 'introduction-stood-down')] : []),
    ],
  };
}

/** She no longer takes part. The organizer's side goes on as it was. */
export function bowedOut(before: Introduction, now: Date): Moved {
  const { ask, shown, steps, notices } = settled(before, now);
  if (!ask || !follows('bowOut', ask)) return { ask, shown, steps, notices };
  return {
    ask: askAfter(ask, 'bowOut', now),
    shown,
    steps: [...steps, { step: 'bowOut', from: ask.state }],
    notices,
  };
}

/** The reminders that are due by now. Of several that are due at once the last is sent. */
export function reminded(ask: Ask, now: Date): { ask: Ask; notices: Notice[] } {
  const due = remindersOf(ask).filter(
    ({ reminder, at }) => at <= now && !ask.reminded.includes(reminder),
  );
  const last = due.at(-1);
  if (!last) return { ask, notices: [] };
  const all = new Set([...ask.reminded, ...due.map(({ reminder }) => reminder)]);
  return {
    ask: { ...ask, reminded: REMINDERS.filter((one) => all.has(one)) },
    notices: last.notices,
  };
}

/** When something is next to be done for an ask by the clock; null once it has ended. */
export function wakeAt(ask: Ask): Date | null {
  const moments = [
    ...remindersOf(ask).flatMap(({ reminder, at }) =>
      ask.reminded.includes(reminder) ? [] : [at],
    ),
    ...endsOf(ask).flatMap(({ at }) => at ?? []),
  ];
  return moments.reduce<Date | null>((first, at) => (first && first < at ? first : at), null);
}

/** No question is asked out of time while one waits. */
const MUCH_LATER = new Date(8_640_000_000_000_000);

const TIMED = ['expire', 'abandon', 'lapse'] as const;

/** The steps that time takes from this state, with their moments. */
function endsOf(ask: Ask): { step: (typeof TIMED)[number]; at: Date | null }[] {
  return TIMED.flatMap((step) => {
    const { from, timer } = INTRODUCTION_STEPS.transition(step);
    return from.some((state) => state === ask.state)
      ? [{ step, at: timer?.dueAt(ask) ?? null }]
      : [];
  });
}

function dueStep(ask: Ask, now: Date): { step: IntroductionStep; at: Date } | null {
  const [due = null] = endsOf(ask).flatMap(({ step, at }) =>
    at && at <= now ? [{ step, at }] : [],
  );
  return due;
}

function remindersOf(ask: Ask): { reminder: Reminder; at: Date; notices: Notice[] }[] {
  const { state, urgency } = ask;
  if (state === 'requested') {
    return [
      {
        reminder: 'desk-half',
        at: ask.deskRemindAt,
        notices: [tell('desk', 'introduction-desk-reminder')],
      },
      {
        reminder: 'desk-due',
        at: ask.deskDueAt,
        notices: [
          tell('desk', 'introduction-desk-overdue'),
          tell('deputies', 'introduction-desk-overdue'),
        ],
      },
    ];
  }
  if (state === 'forwarded' && ask.answerDueAt && ask.pausedAt === null) {
    const { half, last } = answerReminders(urgency, ask.answerDueAt);
    const notices = [tell('her', 'introduction-reminder')];
    return [
      { reminder: 'her-half', at: half, notices },
      { reminder: 'her-last', at: last, notices },
    ];
  }
  if (state === 'accepted' && ask.reviewedAt === null && ask.lapsesAt) {
    const notices = [tell('desk', 'introduction-desk-reminder')];
    return [{ reminder: 'review', at: plus(ask.lapsesAt, -FIVE_DAYS / 2), notices }];
  }
  if (state === 'connected' && ask.connectedAt) {
    const notices = [tell('organizer', 'introduction-connected')];
    return [{ reminder: 'connected', at: plus(ask.connectedAt, CONNECTED_WINDOW / 3), notices }];
  }
  return [];
}

/** Whether her side is where this step of the organizer or the system finds it. */
function follows(step: IntroductionStep, { state, pausedAt }: Ask): boolean {
  const begins = INTRODUCTION_STEPS.transition(step).from.some((one) => one === state);
  return begins && (step !== 'answer' || pausedAt !== null);
}

/** The state after a step, with what every step changes. */
function askAfter(ask: Ask, step: IntroductionStep, now: Date): Ask {
  const state = INTRODUCTION_STEPS.next(step, ask.state);
  const isEnd = INTRODUCTION_STEPS.isFinal(state);
  return {
    ...ask,
    state,
    revision: ask.revision + 1,
    ...(isEnd && { pausedAt: null, lapsesAt: null, endedAt: ask.endedAt ?? now }),
  };
}

function askByOrganizer(step: OrganizerStep, ask: Ask, desk: DeskHours, now: Date): Ask {
  const after = askAfter(ask, step, now);
  switch (step) {
    case 'resend': {
      const { remindAt, dueAt, endsAt } = deskTimes(ask.urgency, now, desk);
      return {
        ...after,
        deskRemindAt: remindAt,
        deskDueAt: dueAt,
        deskEndsAt: endsAt,
        lapsesAt: null,
        reminded: [],
      };
    }
    case 'answer': {
      const paused = now.getTime() - (ask.pausedAt ?? now).getTime();
      const due = ask.answerDueAt && plus(ask.answerDueAt, paused);
      return { ...after, answerDueAt: due, pausedAt: null, lapsesAt: null };
    }
    case 'confirm':
      return { ...after, confirmedAt: now, lapsesAt: plus(now, FIVE_DAYS) };
    default:
      return after;
  }
}

function shownByOrganizer(step: OrganizerStep, shown: Shown, urgency: Urgency, now: Date): Shown {
  switch (step) {
    case 'resend':
      return shownAgain(shown, urgency, now);
    case 'answer': {
      const paused = now.getTime() - (shown.askedAt ?? now).getTime();
      const dueAt = shown.restDueAt && plus(shown.restDueAt, paused);
      return shownAfter(shown, step, { dueAt, askedAt: null, restDueAt: null });
    }
    case 'confirm':
      return shownAfter(shown, step, { dueAt: plus(now, FIVE_DAYS) });
    default:
      return ended(shown, ENDED_BY_ORGANIZER[step], now);
  }
}

const ENDED_BY_ORGANIZER = {
  withdraw: 'withdrawn',
  engage: 'engaged',
  close: 'not-engaged',
} as const satisfies Record<string, ShownWord>;

function askByInner(inner: InnerStep, ask: Ask, now: Date): Ask {
  const after = askAfter(ask, inner.step, now);
  switch (inner.step) {
    case 'return':
      return { ...after, lapsesAt: plus(now, FIVE_DAYS), reminded: [] };
    case 'forward':
      return { ...after, forwardedAt: now, answerDueAt: answerDueAt(ask.urgency, now) };
    case 'ask':
      return { ...after, questioned: true, pausedAt: now, lapsesAt: plus(now, FIVE_DAYS) };
    case 'accept':
      return {
        ...after,
        pausedAt: null,
        acceptedAt: now,
        acceptedTermsRevision: ask.termsRevision,
        reviewedAt: inner.reviewed ? now : null,
        lapsesAt: plus(now, FIVE_DAYS),
      };
    case 'review':
      return { ...after, reviewedAt: now, lapsesAt: plus(now, FIVE_DAYS) };
    case 'release':
      return { ...after, connectedAt: now, lapsesAt: plus(now, CONNECTED_WINDOW) };
    default:
      return after;
  }
}

function shownByInner(inner: InnerStep, shown: Shown, now: Date): Shown {
  switch (inner.step) {
    case 'return':
      return shownAfter(shown, 'return', { dueAt: plus(now, FIVE_DAYS) });
    case 'ask':
      return shownAfter(shown, 'ask', {
        dueAt: plus(now, FIVE_DAYS),
        askedAt: now,
        restDueAt: shown.dueAt,
      });
    case 'accept':
      return shownAfter(shown, 'accept', {
        dueAt: plus(now, FIVE_DAYS),
        askedAt: null,
        restDueAt: null,
        reviewed: inner.reviewed,
      });
    case 'review':
      return shownAfter(shown, 'review', { dueAt: plus(now, FIVE_DAYS), reviewed: true });
    case 'release':
      return shownAfter(shown, 'release', { dueAt: plus(now, CONNECTED_WINDOW) });
    case 'takeBack':
      return shownAfter(shown, 'takeBack', {});
    case 'decline':
      return inner.share === null ? shown : ended(shown, inner.share, now);
    default:
      return shown;
  }
}

function shownAgain(shown: Shown, urgency: Urgency, now: Date): Shown {
  const dueAt = shownDueAt(urgency, now);
  const began = { dueAt, askedAt: null, restDueAt: null, reviewed: false };
  return { ...shownAfter(shown, 'reask', began), state: 'with-network' };
}

function shownAfter(shown: Shown, step: ShownStep, changes: Partial<Shown>): Shown {
  const state = SHOWN_STEPS.next(step, shown.state);
  return { ...shown, ...changes, state, revision: shown.revision + 1 };
}

/** Whether the ask has reached her. */
function wasAsked({ forwardedAt }: Ask): boolean {
  return forwardedAt !== null;
}

function toldByOrganizer(step: OrganizerStep, ask: Ask): Notice[] {
  switch (step) {
    case 'resend':
      return [tell('desk', 'introduction-desk-waits')];
    case 'answer':
      return [tell('her', 'introduction-answered')];
    case 'confirm':
      return [tell('her', 'introduction-confirmed')];
    case 'engage':
      return [];
    default:
      return wasAsked(ask) ? [tell('her', 'introduction-ended')] : [];
  }
}

function toldByInner(inner: InnerStep, ask: Ask): Notice[] {
  switch (inner.step) {
    case 'return':
      return [tell('organizer', 'introduction-returned')];
    case 'forward':
      return [tell('her', 'introduction-asked')];
    case 'refuse':
      return wasAsked(ask) ? [tell('her', 'introduction-ended')] : [];
    case 'ask':
      return [tell('organizer', 'introduction-question')];
    case 'accept':
      return [
        tell('organizer', 'introduction-accepted'),
        ...(inner.reviewed ? [] : [tell('desk', 'introduction-desk-waits')]),
      ];
    case 'review':
      return [tell('organizer', 'introduction-accepted')];
    case 'bar':
      return [tell('her', 'introduction-ended')];
    case 'decline':
      return inner.share === null ? [] : [tell('organizer', 'introduction-ended')];
    case 'release':
      return [tell('organizer', 'introduction-connected'), tell('her', 'introduction-connected')];
    default:
      return [];
  }
}

function tell(to: Notice['to'], mail: Notice['mail']): Notice {
  return { to, mail };
}
