import type { Locale } from '#vocabulary';
import type { CallState } from './call-steps.js';
import type { MembershipCallEntity, Texts } from './membership-call.entity.js';

/** What a call says. */
export interface CallDraft {
  /** A title in each of the languages. */
  readonly titles: Readonly<Texts>;
  /** Whom the network looks for, in each of the languages. */
  readonly criteria: Readonly<Texts>;
  /** In which its page is offered. */
  readonly languages: readonly Locale[];
  /** First and last day, ISO 8601, in UTC; without a last one it stays open until it is closed. */
  readonly opensOn: string;
  readonly closesOn: string | null;
}

/** A call as the coordinators of its network see it. */
export interface CallView extends CallDraft {
  readonly id: string;
  readonly networkId: string;
  readonly state: CallState;
  readonly createdAt: string;
  readonly revision: number;
}

export function toCallView(entity: MembershipCallEntity): CallView {
  const { id, networkId, state, titles, criteria, languages, opensOn, closesOn } = entity;
  const createdAt = entity.createdAt.toISOString();
  const { revision } = entity;
  return {
    id,
    networkId,
    state,
    titles,
    criteria,
    languages,
    opensOn,
    closesOn,
    createdAt,
    revision,
  };
}

/** What its page does on a day: it takes applications, does so later, or does so no more. */
export type CallPhase = 'coming' | 'accepting' | 'over';

export function phaseOf({ state, opensOn, closesOn }: CallView, today: string): CallPhase {
  if (state !== 'open' || (closesOn !== null && closesOn < today)) return 'over';
  return today < opensOn ? 'coming' : 'accepting';
}
