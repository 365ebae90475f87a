import { admits, narrower, type Audience, type Clearance } from '#identity';
import type { ProfileRecord } from './profile-record.js';

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
  // A vetted organizer's matching must honour it; no GraphQL type and no search document holds it.
  ruledOut: 'VETTED',
} as const satisfies Record<string, Audience>;

export type ProfileField = keyof typeof STANDARD_AUDIENCE;

/** What could tell who an at-risk woman is: with a code name, only her curators see it. */
const IDENTIFYING: ReadonlySet<ProfileField> = new Set([
  'fullName',
  'nameVariants',
  'nationalities',
  'residence',
  'biography',
  'experience',
  'education',
  'publications',
  'training',
]);

/** Whether a viewer of this clearance may see this field of this profile. */
export function mayRead(
  record: Pick<ProfileRecord, 'audience' | 'pseudonymous'>,
  field: ProfileField,
  clearance: Clearance,
): boolean {
  const chosen = record.audience[field] ?? STANDARD_AUDIENCE[field];
  const hidden = record.pseudonymous && IDENTIFYING.has(field);
  return admits(clearance, hidden ? narrower(chosen, 'CURATOR') : chosen);
}
