/**
 * Calendar days as integers: days since 1970-01-01, up to 2149-06-06, so that a day fits 16 bits.
 * The first and the last are kept for "since ever" and "for ever" in availability.
 */
export const FIRST_DAY = 0;
export const LAST_DAY = 65_535;

const MS_PER_DAY = 86_400_000;
const HYPHEN = 0x2d;
const ZERO = 0x30;

/** The day of an ISO date (`2026-02-28`), possibly outside the 16 bits; null when there is no such date. */
export function dayOf(date: string): number | null {
  if (typeof date !== 'string' || date.length !== 10) return null;
  if (date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN) return null;
  const year = 100 * twoDigits(date, 0) + twoDigits(date, 2);
  const month = twoDigits(date, 5);
  const day = twoDigits(date, 8);
  // What is no digit is NaN, which no comparison holds for.
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
  return exists ? dayOfParts(year, month, day) : null;
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
 * Days since 1970-01-01 in the Gregorian calendar. Years are counted from March, so that the leap day
 * is the last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
function dayOfParts(year: number, month: number, day: number): number {
  const fromMarch = (month + 9) % 12;
  const y = month <= 2 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719_468;
}

/** The ISO date of a day. */
export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether a day fits between the two open ends. */
export function isRepresentable(day: number): boolean {
  return day > FIRST_DAY && day < LAST_DAY;
}
