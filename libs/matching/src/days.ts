/**
 * Calendar days as integers: days since 1970-01-01, up to 2149-06-06, so that a day fits 16 bits.
 * The first and the last are kept for "since ever" and "for ever" in availability.
 */
export const FIRST_DAY = 0;
export const LAST_DAY = 65_535;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The day of an ISO date (`2026-02-28`), possibly outside the 16 bits; null when there is no such date. */
export function dayOf(date: string): number | null {
  if (typeof date !== 'string' || !ISO_DATE.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return null;
  return ms / MS_PER_DAY;
}

/** The ISO date of a day. */
export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether a day fits between the two open ends. */
export function isRepresentable(day: number): boolean {
  return day > FIRST_DAY && day < LAST_DAY;
}
