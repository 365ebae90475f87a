import { InvalidStateError } from '#identity';

export const SHORTLIST_STATES = ['open', 'sent', 'closed'] as const;
export type ShortlistState = (typeof SHORTLIST_STATES)[number];

/** What an organizer can do with a shortlist. */
export type ShortlistStep = 'choose' | 'send' | 'judge' | 'close';

/** From which states each step leads, and where to; null stays where it is. The one table of them. */
export const SHORTLIST_STEPS: Readonly<
  Record<
    ShortlistStep,
    { readonly from: readonly ShortlistState[]; readonly to: ShortlistState | null }
  >
> = {
  choose: { from: ['open'], to: null },
  send: { from: ['open'], to: 'sent' },
  judge: { from: ['open', 'sent'], to: null },
  close: { from: ['open', 'sent'], to: 'closed' },
};

/** Where a step leads. @throws InvalidStateError */
export function afterShortlistStep(step: ShortlistStep, state: ShortlistState): ShortlistState {
  const { from, to } = SHORTLIST_STEPS[step];
  if (from.includes(state)) return to ?? state;
  throw new InvalidStateError(`The shortlist is ${state}: ${REFUSED[step]}.`);
}

const REFUSED: Readonly<Record<ShortlistStep, string>> = {
  choose: 'women are put on it and taken off while it is open',
  send: 'it is sent once',
  judge: 'feedback is given and changed until it is closed',
  close: 'it is closed once',
};
