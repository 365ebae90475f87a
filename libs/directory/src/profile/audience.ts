import { admits, narrower, type Clearance } from '#identity';
import { STANDARD_AUDIENCE, type ProfileField } from './profile-fields.js';
import type { ProfileRecord } from './profile-record.js';

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
