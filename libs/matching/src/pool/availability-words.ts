/** What a profile says of her days: which ones, that there are some, or nothing. */
export type SaidOfDays = 'days' | 'limited' | 'unknown';

/**
 * The two lists that name no days. Their first day comes after their last, as in no interval, so that
 * whoever counts days finds none in them.
 */
export const NOT_SAID = [1, 0] as const;
export const LIMITED = [2, 0] as const;

/** By the first two words of a list of intervals; of an empty one they are undefined. */
export function availabilityOf(from: number | undefined, to: number | undefined): SaidOfDays {
  if (from === undefined || to === undefined || from <= to) return 'days';
  return from === NOT_SAID[0] ? 'unknown' : 'limited';
}
