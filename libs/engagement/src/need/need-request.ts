import type { Need, NeedFairness, PresetCode } from '#matching';
import type { NeedView } from './need-view.js';

/** What an organizer asks: a need, by id or without one, and her own words for the TEXT criterion. */
export type NeedRequest = Omit<Need, 'id'> & {
  readonly id?: string;
  readonly brief?: string;
  /** Weighs stated criteria to which the need itself gives no weight. */
  readonly preset?: PresetCode;
  /** How many women are looked for: it decides no order, and a review compares it with the eligible. */
  readonly wanted?: number;
  /** How fair in exposure the ranking shall be; off where absent. */
  readonly fairness?: NeedFairness;
  /** A stored need whose organizer looks for an insider mediator: see `withInsiders`. */
  readonly insiders?: boolean;
  /** A stored need that the viewer's organization asks: who is shown for it is recorded. */
  readonly ledger?: boolean;
};

/** A stored need as the matching model is asked. */
export function requestOf({
  id,
  criteria,
  brief,
  preset,
  wanted,
  insiderTies,
}: NeedView): NeedRequest {
  return {
    ...criteria,
    id,
    brief,
    wanted,
    ...(preset !== null && { preset }),
    ...(insiderTies === 'wanted' && { insiders: true }),
  };
}
