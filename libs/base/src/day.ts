/**
 * Days of the Gregorian calendar without a time or a zone, as ISO 8601 texts (`2026-02-28`). Today is a day of
 * UTC. Years are those of four digits, 0000 to 9999.
 */
export const MS_PER_DAY = 86_400_000;

const HYPHEN = 0x2d;
const ZERO = 0x30;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== null;
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The first moment of a day, in UTC. The text must be a day that exists. */
export function startOf(day: string): Date {
  return new Date(numberOf(day) * MS_PER_DAY);
}

/** The day so many days later, or earlier if `days` is negative. The text must be a day that exists. */
export function addDays(day: string, days: number): string {
  return dayAt(numberOf(day) + days);
}

/** Days from 1970-01-01 to this day; null if there is no such day. */
export function dayNumber(day: string): number | null {
  if (typeof day !== 'string' || day.length !== 10) return null;
  if (day.charCodeAt(4) !== HYPHEN || day.charCodeAt(7) !== HYPHEN) return null;
  const year = 100 * twoDigits(day, 0) + twoDigits(day, 2);
  const month = twoDigits(day, 5);
  const date = twoDigits(day, 8);
  // A character that is no digit gives NaN, for which every comparison is false.
  const exists =
    year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month);
  return exists ? daysFromCivil(year, month, date) : null;
}

/** The day that lies so many days after 1970-01-01. */
export function dayAt(number: number): string {
  return dayOf(new Date(number * MS_PER_DAY));
}

function numberOf(day: string): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError('There is no such day.');
  return number;
}

function twoDigits(text: string, at: number): number {
  return 10 * digit(text, at) + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

/** How many days a month has. */
function lengthOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Days since 1970-01-01. Years are counted from March, so that the leap day is the last one
 * (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const fromMarch = (month + 9) % 12;
  const y = month <= 2 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719_468;
}
