import { YEARS_BANDS, type YearsBand } from '#vocabulary';

/** Bands blur what would help to tell one woman from another. */

/** The band that holds this number of years, by its lower bound. */
export function yearsBand(years: number): YearsBand {
  return YEARS_BANDS.findLast((from) => years >= from) ?? 0;
}

/** Young leader: under 36 (DOMAIN, "Profile fields"). */
export const AGE_BANDS = ['under-36', '36-54', '55-plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The age band in a given year, counted by year of birth alone. */
export function ageBand(birthYear: number | null, inYear: number): AgeBand | null {
  if (birthYear === null) return null;
  const age = inYear - birthYear;
  if (age < 36) return 'under-36';
  return age < 55 ? '36-54' : '55-plus';
}
