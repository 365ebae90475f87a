/** Of one moment at which she says that all is well. */
export const CHECK_IN_STATES = ['due', 'made', 'missed', 'excused'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** How her word came. */
export const CHECK_IN_CHANNELS = ['account', 'link', 'telephone', 'in-person'] as const;
export type CheckInChannel = (typeof CHECK_IN_CHANNELS)[number];
