/**
 * Days are counted from 1970-01-01 up to 2149-06-06, so that a day fits 16 bits. The first and the last are kept
 * for "since ever" and "for ever" in availability.
 */
export const FIRST_DAY = 0;
export const LAST_DAY = 65_535;

/** Whether a day fits between the two open ends. */
export function isRepresentable(day: number): boolean {
  return day > FIRST_DAY && day < LAST_DAY;
}
