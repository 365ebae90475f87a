/** Who says something of the other. */
export const FEEDBACK_SIDES = ['organizer', 'mediator'] as const;
export type FeedbackSide = (typeof FEEDBACK_SIDES)[number];

/**
 * What an organizer rates of a mediator. After the qualities that the UN Guidance for Effective Mediation (2012) asks of
 * mediators and their teams: preparedness, impartiality, inclusivity, knowledge of the process.
 */
export const MEDIATOR_QUALITIES = [
  'preparedness',
  'impartiality',
  'inclusivity',
  'process-knowledge',
  'language',
  'teamwork',
] as const;

/** What a mediator rates of an organizer. */
export const ORGANIZER_QUALITIES = [
  'terms-kept',
  'access-to-the-table',
  'listened-to',
  'safe',
  'paid-and-insured',
  'on-time',
] as const;

export type MediatorQuality = (typeof MEDIATOR_QUALITIES)[number];
export type OrganizerQuality = (typeof ORGANIZER_QUALITIES)[number];
export type Quality = MediatorQuality | OrganizerQuality;

/** What each side rates of the other. */
export const QUALITIES: Readonly<Record<FeedbackSide, readonly Quality[]>> = {
  organizer: MEDIATOR_QUALITIES,
  mediator: ORGANIZER_QUALITIES,
};

/** From "not at all" (1) to "fully" (4). */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

/** Ratings that count as favourable in figures. */
export const FAVOURABLE: readonly Rating[] = [3, 4];
