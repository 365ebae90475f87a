/** What the sides of an introduction do in a story, by name. */
export const ASK_STEPS = [
  'request',
  'return',
  'refuse',
  'forward',
  'question',
  'accept',
  'accept with a tie',
  'accept by telephone',
  'review',
  'decline',
  'decline for now',
  'confirm',
  'withdraw',
  'release',
  'release the relay',
  'organizer writes',
  'mediator writes',
  'pass',
  'close',
] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** What the sides of a deployment do, once the organizer engages her. */
export const WORK_STEPS = [
  'plan',
  'clear',
  'finish some lines',
  'finish all lines',
  'ready',
  'plan check-ins',
  'begin',
  'check in',
  'suspend',
  'cancel',
  'complete',
  'end early',
  'report',
  'organizer looks back',
  'mediator looks back',
  'close the work',
  'propose a newcomer',
  'newcomer agrees',
  'organizer agrees',
  'mentor agrees',
] as const;
export type WorkStep = (typeof WORK_STEPS)[number];

export type StoryStep = AskStep | WorkStep;

/** Days before the demo is loaded, and what is done then. */
export type Told = readonly [daysAgo: number, step: StoryStep];

/** One introduction: whom of the shortlist it is of, and what is done. Whatever is due by the clock follows by itself. */
export interface Story {
  /** A woman under her name, one behind a code name, or the one who can sign in to the demo. */
  readonly who: 'named' | 'hidden' | 'member';
  readonly steps: readonly Told[];
}
