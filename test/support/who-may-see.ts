/** The lowest clearance that sees a field. */
export type Level = 'PUBLIC' | 'VETTED' | 'CURATOR';

/** Who may see one field of a profile. */
export interface WhoMaySee {
  /** Where she decides nothing. */
  readonly standard: Level;
  /** How far she can widen it. */
  readonly widest: Level;
  /**
   * What others than her curators see of it while she is pseudonymous: nothing, what her class has in common, or her
   * own.
   */
  readonly pseudonymous: 'nothing' | 'class' | 'own';
}

const row = (
  standard: Level,
  pseudonymous: WhoMaySee['pseudonymous'],
  widest: Level = 'PUBLIC',
): WhoMaySee => ({ standard, widest, pseudonymous });

/**
 * Who may see which field: written by hand and from no part of the program, so that a wrong audience in the table of
 * fields (libs/directory/src/fields/profile-fields.ts) fails the tests. What is not here, nobody may see.
 */
export const WHO_MAY_SEE: Readonly<Record<string, WhoMaySee>> = {
  name: row('PUBLIC', 'class'),
  networks: row('PUBLIC', 'class'),
  languages: row('PUBLIC', 'class'),
  territories: row('PUBLIC', 'class'),
  expertise: row('PUBLIC', 'class'),
  tracks: row('PUBLIC', 'class'),
  roles: row('PUBLIC', 'class'),
  supports: row('PUBLIC', 'class'),
  yearsBand: row('PUBLIC', 'class'),
  biography: row('PUBLIC', 'nothing'),
  availabilityBand: row('PUBLIC', 'class'),
  noticeDays: row('PUBLIC', 'class'),
  workingMode: row('PUBLIC', 'class'),
  confirmedOn: row('PUBLIC', 'class'),
  fullName: row('VETTED', 'nothing'),
  nameVariants: row('VETTED', 'nothing'),
  nationalities: row('VETTED', 'nothing'),
  residence: row('VETTED', 'nothing'),
  ageBand: row('VETTED', 'class'),
  years: row('VETTED', 'class'),
  available: row('VETTED', 'class'),
  experience: row('VETTED', 'nothing'),
  education: row('VETTED', 'nothing'),
  publications: row('VETTED', 'nothing'),
  training: row('VETTED', 'nothing'),
  ruledOut: row('CURATOR', 'own', 'VETTED'),
};

/** What her curators and herself alone see, and in no view of anybody else. */
export const NEVER_SHOWN = ['displayName', 'codeName', 'birthYear', 'availability'] as const;
