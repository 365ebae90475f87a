import { admits, narrower, type Clearance } from '#identity';
import { viewOf, type ProfileField } from '../fields/views.js';
import type { ProfileRecord } from './profile-record.js';

/**
 * Whether a viewer of this clearance may see this field of this profile. What could tell who an at-risk woman is,
 * only her curators see while she has a code name. What is no field, nobody sees.
 */
export function mayRead(
  record: Pick<ProfileRecord, 'audience' | 'pseudonymous'>,
  field: ProfileField,
  clearance: Clearance,
): boolean {
  const view = viewOf(field);
  if (view === undefined) return false;
  const chosen = record.audience[field] ?? view.audience;
  const hidden = record.pseudonymous && view.pseudonymous === undefined;
  return admits(clearance, hidden ? narrower(chosen, 'CURATOR') : chosen);
}
