/** What can become of a profile; `PROFILE_STEPS` says how. */
export const PROFILE_STATES = [
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
  'suspended',
  'withdrawn',
] as const;
export type ProfileState = (typeof PROFILE_STATES)[number];

export const NETWORK_ROLES = ['member', 'mentor', 'young-member'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];
