import { editDistance } from '#vocabulary';
import type { LevelOf } from '../model.js';

/** A date of birth as far as it is known; month and day are 0 where they are not. */
export interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Years that differ by no more may be a guess; ten are one key beside another. */
const MOST_YEARS_GUESSED = 3;
const DECADE = 10;

/** The first of January stands for a day that nobody knows. */
export function birthOf(born: string | null | undefined): Birth | null {
  if (!born) return null;
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  return month === 1 && day === 1 ? { year, month: 0, day: 0 } : { year, month, day };
}

export function compareBirths(a: Birth, b: Birth): LevelOf<'BIRTH'> {
  const daysKnown = a.day > 0 && b.day > 0;
  const monthsKnown = a.month > 0 && b.month > 0;
  if (daysKnown && isSlip(a, b)) return isSame(a, b) ? 'SAME_DAY' : 'SLIP_OF_DAY';
  if (a.year === b.year) {
    if (!monthsKnown) return 'SAME_YEAR';
    if (a.month !== b.month) return 'MONTHS_APART';
    return daysKnown ? 'DAYS_APART' : 'SAME_MONTH';
  }
  const apart = Math.abs(a.year - b.year);
  if (apart === 1) return 'YEAR_BESIDE';
  const mayBeSlip = apart <= MOST_YEARS_GUESSED || apart === DECADE || areExchanged(a.year, b.year);
  return mayBeSlip ? 'SLIP_OF_YEAR' : 'YEARS_APART';
}

/** Two neighbouring digits of one year stand the other way round in the other. */
function areExchanged(one: number, other: number): boolean {
  const [a, b] = [digits(one), digits(other)];
  return (
    editDistance(a, b, 1) === 1 &&
    Array.from(a).toSorted().join() === Array.from(b).toSorted().join()
  );
}

function isSame(a: Birth, b: Birth): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** The same day, day and month exchanged, or one digit other than on the other side. */
function isSlip(a: Birth, b: Birth): boolean {
  if (a.year === b.year && a.month === b.day && a.day === b.month) return true;
  return isSlipOfDigits(dayDigits(a), dayDigits(b));
}

function isSlipOfDigits(one: string, other: string): boolean {
  return editDistance(one, other, 1) <= 1;
}

function dayDigits({ year, month, day }: Birth): string {
  return digits(year) + digits(month).slice(2) + digits(day).slice(2);
}

function digits(number: number): string {
  return String(number).padStart(4, '0');
}
