/**
 * Why women are hidden. A closed list: whoever is in a hurry chooses, and no name is written down. `misused-account` is an
 * account in wrong hands, `request` the women's own wish, `drill` an exercise.
 */
export const HIDING_REASONS = [
  'list-leaked',
  'misused-account',
  'threat',
  'request',
  'drill',
  'other',
] as const;
export type HidingReason = (typeof HIDING_REASONS)[number];
