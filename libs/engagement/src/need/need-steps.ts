import { InvalidStateError } from '#identity';
import type { NeedState } from './need.entity.js';

/** What an organizer can do with a need. */
export type NeedStep = 'edit' | 'open' | 'shortlist' | 'fill' | 'cancel';

/** From which states each step leads, and where to; null stays where it is. The one table of them. */
export const NEED_STEPS: Readonly<
  Record<NeedStep, { readonly from: readonly NeedState[]; readonly to: NeedState | null }>
> = {
  edit: { from: ['draft', 'open', 'shortlisting'], to: null },
  open: { from: ['draft'], to: 'open' },
  shortlist: { from: ['open', 'shortlisting'], to: 'shortlisting' },
  fill: { from: ['shortlisting'], to: 'filled' },
  cancel: { from: ['draft', 'open', 'shortlisting'], to: 'cancelled' },
};

/** States in which a need can still be asked of the directory by its organization. */
export const ASKED_STATES: readonly NeedState[] = NEED_STEPS.edit.from;

/** Where a step leads. @throws InvalidStateError */
export function afterNeedStep(step: NeedStep, state: NeedState): NeedState {
  const { from, to } = NEED_STEPS[step];
  if (from.includes(state)) return to ?? state;
  throw new InvalidStateError(`The need is ${state}: ${REFUSED[step]}.`);
}

const REFUSED: Readonly<Record<NeedStep, string>> = {
  edit: 'it can be edited until it is filled or cancelled',
  open: 'only a draft can be opened',
  shortlist: 'open it first; one that is filled or cancelled takes no shortlist',
  fill: 'it is filled from a shortlist',
  cancel: 'it is over already',
};
