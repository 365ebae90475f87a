/** Milliseconds from one telling to the next. */
const EVERY = 5 * 60_000;

/**
 * When the job looks for changes: a minute before they are told, so that the time at which they are does not depend on how
 * much there was to look at.
 */
export const LOOKS = '4,9,14,19,24,29,34,39,44,49,54,59 * * * *';

/** From when what is written now may be read: the next full five minutes, whatever it is. */
export function toldAt(now: Date): Date {
  return new Date((Math.floor(now.getTime() / EVERY) + 1) * EVERY);
}
