/** Tells the time that it is. Tests give another. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
