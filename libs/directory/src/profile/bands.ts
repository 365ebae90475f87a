/** Bands blur what would help to tell one woman from another. */

/** Years of mediation experience: the lower bound of 0-2, 3-6, 7-9, 10-14, 15-19, 20 and more. */
export const YEARS_BANDS = [0, 3, 7, 10, 15, 20] as const;

export type YearsBand = (typeof YEARS_BANDS)[number];

/** The band that holds this number of years, by its lower bound. */
export function yearsBand(years: number): YearsBand {
  return YEARS_BANDS.findLast((from) => years >= from) ?? 0;
}

/** Young leader: under 36 (DOMAIN, "Profile fields"). */
export type AgeBand = 'under-36' | '36-54' | '55-plus';

/** The age band in a given year, counted by year of birth alone. */
export function ageBand(birthYear: number | null, inYear: number): AgeBand | null {
  if (birthYear === null) return null;
  const age = inYear - birthYear;
  if (age < 36) return 'under-36';
  return age < 55 ? '36-54' : '55-plus';
}
