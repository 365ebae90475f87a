import type { Audience } from '#identity';

/** Fields of a profile that have an audience, and the standard one (DOMAIN, "Profile fields"). */
export const STANDARD_AUDIENCE = {
  name: 'PUBLIC',
  networks: 'PUBLIC',
  languages: 'PUBLIC',
  territories: 'PUBLIC',
  expertise: 'PUBLIC',
  tracks: 'PUBLIC',
  roles: 'PUBLIC',
  supports: 'PUBLIC',
  yearsBand: 'PUBLIC',
  biography: 'PUBLIC',
  availabilityBand: 'PUBLIC',
  noticeDays: 'PUBLIC',
  workingMode: 'PUBLIC',
  confirmedOn: 'PUBLIC',
  fullName: 'VETTED',
  nameVariants: 'VETTED',
  nationalities: 'VETTED',
  residence: 'VETTED',
  ageBand: 'VETTED',
  years: 'VETTED',
  available: 'VETTED',
  experience: 'VETTED',
  education: 'VETTED',
  publications: 'VETTED',
  training: 'VETTED',
  // She may widen it to VETTED, so that organizers' rankings honour it; no search document holds it.
  ruledOut: 'CURATOR',
} as const satisfies Record<string, Audience>;

export type ProfileField = keyof typeof STANDARD_AUDIENCE;
