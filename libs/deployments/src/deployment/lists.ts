/** The place of a need's seat: the woman who was asked for, or the one who goes alongside her. */
export const PLACES = ['lead', 'alongside'] as const;
export type Place = (typeof PLACES)[number];

/** From whose side a step was taken. */
export const SIDES = ['organizer', 'desk', 'mediator', 'system'] as const;
export type Side = (typeof SIDES)[number];

/** Why a deployment was cancelled, suspended or ended early. */
export const END_REASONS = [
  'need-cancelled',
  'need-changed',
  'organization-suspended',
  'security',
  'health',
  'family',
  'clearance-failed',
  'no-visa',
  'parties-objected',
  'host-refused',
  'funding',
  'terms',
  'conduct',
  'process-ended',
  'her-decision',
  'other',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What came of the work. It says nothing of how well she worked. */
export const OUTCOMES = [
  'agreement',
  'partial',
  'talks-continue',
  'ceasefire',
  'confidence-measure',
  'design-delivered',
  'training-delivered',
  'no-result-yet',
  'broke-down',
  'not-disclosed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who may read what came of the work: everyone, or the three sides alone. */
export const OUTCOME_READERS = ['public', 'restricted'] as const;
export type OutcomeReaders = (typeof OUTCOME_READERS)[number];

/** What became of the offer to add the work to her profile. */
export const EXPERIENCE_OFFERS = ['offered', 'accepted', 'declined'] as const;
export type ExperienceOffer = (typeof EXPERIENCE_OFFERS)[number];

/** How often she says that all is well. */
export const RHYTHMS = ['daily', 'weekly', 'none'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
