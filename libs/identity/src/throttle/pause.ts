/** How often something may be tried. */
export interface Limit {
  /** So many tries in the window cost nothing. */
  readonly free: number;
  /** Tries longer ago are forgotten. */
  readonly windowMinutes: number;
  /** The pause doubles with each further try, up to this. */
  readonly longestMinutes: number;
}

/** Seconds that must lie between the last of so many tries and the next. */
export function pauseAfter(tries: number, { free, longestMinutes }: Limit): number {
  if (tries < free) return 0;
  return Math.min(2 ** Math.min(tries - free, 30), longestMinutes * 60);
}
