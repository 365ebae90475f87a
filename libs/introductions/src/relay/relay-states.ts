/** Who wrote a message. */
export const RELAY_AUTHORS = ['organizer', 'mediator', 'desk'] as const;
export type RelayAuthor = (typeof RELAY_AUTHORS)[number];

/** `waiting`: the desk has not read it yet. Only what is `passed` is shown to the other side. */
export const RELAY_STATES = ['waiting', 'passed', 'held'] as const;
export type RelayState = (typeof RELAY_STATES)[number];

/** To whom a message goes. */
export const RELAY_SIDES = ['organizer', 'mediator'] as const;
export type RelaySide = (typeof RELAY_SIDES)[number];
