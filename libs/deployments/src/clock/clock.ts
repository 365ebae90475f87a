import { addDays, dayOf, MS_PER_DAY, startOf } from '#kernel';
import { DateTime } from 'luxon';
import {
  AT_WORK,
  BEFORE_START,
  CLOSE_DAYS,
  type DeploymentState,
} from '../deployment/deployment-steps.js';
import type { Rhythm } from '../deployment/lists.js';

/** Local time at which everybody is told of what is overdue, and of a last day that comes near. */
const MORNING = '09:00';

/** Days before the last day on which it is told that it comes near. */
export const ENDING_DAYS = [14, 7, 1] as const;

/** How long before its time a check-in already counts for it, in hours. */
const EARLY_HOURS: Readonly<Record<Exclude<Rhythm, 'none'>, number>> = { daily: 12, weekly: 72 };

/** The day of a moment where she is, ISO 8601. */
export function dayIn(timeZone: string, at: Date): string {
  return local(timeZone, at).toISODate() ?? '';
}

/** Hours of UTC after the beginning of a day by which it is morning everywhere. */
const MORNING_EVERYWHERE = 21;

/**
 * When the organizer is told what all sides are told in the morning of a day: once it is morning everywhere, so that the
 * hour of the mail does not say where she is.
 */
export function morningEverywhere(day: string): Date {
  return new Date(startOf(day).getTime() + MORNING_EVERYWHERE * 3_600_000);
}

/** When she checks in. */
export interface CheckInPlan {
  readonly rhythm: Rhythm;
  /** Local time, as `12:00`. */
  readonly checkInTime: string;
  readonly timeZone: string;
  readonly graceHours: number;
}

/** A moment at which she checks in, and from when on it is missed. */
export interface DueCheckIn {
  readonly dueAt: Date;
  readonly missedAt: Date;
}

/**
 * The first check-in after a moment: at her local time, whatever the clocks do. A local time that a change of the clocks
 * leaves out is an hour later; of one that comes twice the first counts.
 *
 * @param last the one before it, from which a weekly one counts; null if there was none
 */
export function nextCheckIn(plan: CheckInPlan, after: Date, last: Date | null): DueCheckIn | null {
  const { rhythm, checkInTime, timeZone, graceHours } = plan;
  if (rhythm === 'none') return null;
  const step = { days: rhythm === 'daily' ? 1 : 7 };
  let at = atTime(local(timeZone, last ?? after), checkInTime);
  while (at.toMillis() <= after.getTime()) at = atTime(at.plus(step), checkInTime);
  return { dueAt: at.toJSDate(), missedAt: at.plus({ hours: graceHours }).toJSDate() };
}

/** Whether her word at a moment counts for the check-in that is due next. */
export function countsFor(rhythm: Rhythm, dueAt: Date, at: Date): boolean {
  return rhythm !== 'none' && at.getTime() >= dueAt.getTime() - EARLY_HOURS[rhythm] * 3_600_000;
}

/** The first morning after a moment, where she is. */
export function nextMorning(timeZone: string, after: Date): Date {
  const today = local(timeZone, after);
  const morning = atTime(today, MORNING);
  return (
    morning.toMillis() > after.getTime() ? morning : atTime(today.plus({ days: 1 }), MORNING)
  ).toJSDate();
}

/** Whether it is morning where she is, or later in the day. */
export function isMorning(timeZone: string, at: Date): boolean {
  return atTime(local(timeZone, at), MORNING).toMillis() <= at.getTime();
}

/** The days before its end of which everybody is to be told now; null if they know, or it is not near. */
export function endingDays(endsOn: string, today: string, toldDays: number | null): number | null {
  const left = (Date.parse(endsOn) - Date.parse(today)) / MS_PER_DAY;
  const reached = ENDING_DAYS.findLast((days) => left <= days) ?? null;
  if (reached === null || left < 0) return null;
  return toldDays !== null && toldDays <= reached ? null : reached;
}

/** What decides when the clock looks at a deployment next. */
export interface ClockFacts {
  readonly state: DeploymentState;
  readonly timeZone: string;
  readonly endedAt: Date | null;
  /** The check-in that she is expected to make next, and whether she was asked for it. */
  readonly checkIn: (DueCheckIn & { readonly askedAt: Date | null }) | null;
}

/**
 * When the clock looks at a deployment next; null once it is over. Every other one has a time: the morning where she is,
 * and the beginning of the day in UTC, at which lines stop counting.
 */
export function wakeAt({ state, timeZone, endedAt, checkIn }: ClockFacts, now: Date): Date | null {
  const daily = [nextMorning(timeZone, now), startOf(addDays(dayOf(now), 1))];
  if (isOneOf(AT_WORK, state)) {
    return first(
      checkIn ? [...daily, checkIn.askedAt === null ? checkIn.dueAt : checkIn.missedAt] : daily,
    );
  }
  if (isOneOf(BEFORE_START, state)) return first(daily);
  if (state === 'cancelled' || state === 'closed') return null;
  return new Date((endedAt ?? now).getTime() + CLOSE_DAYS * MS_PER_DAY);
}

function isOneOf(states: readonly DeploymentState[], state: DeploymentState): boolean {
  return states.includes(state);
}

function first(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())));
}

function local(timeZone: string, at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: timeZone });
}

function atTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}
