import type { Urgency } from '#engagement';
import { MS_PER_DAY } from '#kernel';
import { DateTime } from 'luxon';

const HOUR = 3_600_000;

/** Milliseconds that a mediator has to answer. Never less than 24 hours. */
export const ANSWER_WINDOW: Readonly<Record<Urgency, number>> = {
  flash: 24 * HOUR,
  urgent: 72 * HOUR,
  routine: 7 * MS_PER_DAY,
};

/** Milliseconds for a step that waits for the organizer, or for the channels that she releases. */
export const FIVE_DAYS = 5 * MS_PER_DAY;

/** Milliseconds for which a connection stays open that nobody closes. */
export const CONNECTED_WINDOW = 90 * MS_PER_DAY;

/** When the desk of a network works. */
export interface DeskHours {
  /** IANA name, as `Africa/Nairobi`. */
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday; at least one. */
  readonly workingDays: readonly number[];
  /** Local times, as `09:00`. */
  readonly opens: string;
  readonly closes: string;
}

/** Of a network that has said nothing of its desk, and of an ask that no desk handles. */
export const USUAL_HOURS: DeskHours = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
};

/** When the desk is reminded, when deputies and administrators are told, and when the request expires. */
export interface DeskTimes {
  readonly remindAt: Date;
  readonly dueAt: Date;
  readonly endsAt: Date;
}

/** Hours of the desk for what is urgent, on the clock. */
const DESK_HOURS: Readonly<Record<Exclude<Urgency, 'routine'>, number>> = { flash: 4, urgent: 24 };

/** Working days of the desk for what is not. */
const DESK_DAYS = 2;

/** No desk has longer than this for twice its time, however few days it works: a week. */
const LONGEST_DESK = 7 * MS_PER_DAY;

/** The times of a desk for a request that reaches it at a moment. */
export function deskTimes(urgency: Urgency, from: Date, desk: DeskHours): DeskTimes {
  if (urgency !== 'routine') {
    const window = DESK_HOURS[urgency] * HOUR;
    return {
      remindAt: plus(from, window / 2),
      dueAt: plus(from, window),
      endsAt: plus(from, window * 2),
    };
  }
  const end = plus(from, LONGEST_DESK);
  const within = (at: Date, share: number) => earlier(at, plus(from, (LONGEST_DESK * share) / 4));
  const days = (count: number) => workingDaysAfter(from, count, desk);
  return {
    remindAt: within(days(DESK_DAYS / 2), 2),
    dueAt: within(days(DESK_DAYS), 3),
    endsAt: earlier(days(DESK_DAYS * 2), end),
  };
}

/**
 * When an organizer can count on a word: the longest that any desk has, and her time to answer. It is reckoned from
 * what the organizer knows, so it tells nothing of which desk acts and when.
 */
export function shownDueAt(urgency: Urgency, from: Date): Date {
  const desk = urgency === 'routine' ? LONGEST_DESK : 2 * DESK_HOURS[urgency] * HOUR;
  return plus(from, desk + ANSWER_WINDOW[urgency]);
}

/** When her time is over if she is asked at a moment. */
export function answerDueAt(urgency: Urgency, from: Date): Date {
  return plus(from, ANSWER_WINDOW[urgency]);
}

/** Moments at which she is reminded: at 50 and at 85 percent of her time. */
export function answerReminders(urgency: Urgency, dueAt: Date): { half: Date; last: Date } {
  const window = ANSWER_WINDOW[urgency];
  return { half: plus(dueAt, -window / 2), last: plus(dueAt, -window * 0.15) };
}

export function plus(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/**
 * So many working days of a desk after a moment, at the same local time. What reaches the desk after hours or on a day
 * off counts from its next opening. A local time that a change of the clocks leaves out is an hour later.
 */
export function workingDaysAfter(from: Date, days: number, desk: DeskHours): Date {
  const { timeZone, workingDays, opens, closes } = desk;
  const works = (at: DateTime) => workingDays.includes(at.weekday);
  let at: DateTime = DateTime.fromJSDate(from, { zone: timeZone });
  if (works(at) && at < timeOf(at, opens)) at = timeOf(at, opens);
  else if (!works(at) || at >= timeOf(at, closes)) at = timeOf(nextWorking(at, works), opens);
  const { hour, minute, second, millisecond } = at;
  for (let left = days; left > 0; left--) at = nextWorking(at, works);
  return at.set({ hour, minute, second, millisecond }).toJSDate();
}

function nextWorking(from: DateTime, works: (at: DateTime) => boolean): DateTime {
  let at = from.plus({ days: 1 });
  while (!works(at)) at = at.plus({ days: 1 });
  return at;
}

function timeOf(at: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return at.set({ hour, minute, second: 0, millisecond: 0 });
}
