import type { Declaration, DeclarationOutcome } from '../ask/declaration.js';
import type {
  AskDeclineReason,
  NotEngagedReason,
  RefusalReason,
  WithdrawalReason,
} from '../ask/reasons.js';
import type { IntroductionState } from '../ask/introduction-steps.js';
import type { ShownState } from '../ask/shown.js';
import type { SpokenChannel } from './ask-views.js';

export interface RequestInput {
  /** Why women with a better rank are passed over; needed where some are. */
  readonly outOfOrder?: string | null;
}

export interface OrganizerFilter {
  readonly needId?: string | null;
  readonly states?: readonly ShownState[] | null;
}

export interface DeskFilter {
  /** Internal id of a woman: what she is asked for alone. */
  readonly mediatorId?: string | null;
  readonly networkId: string;
  readonly states?: readonly IntroductionState[] | null;
}

/** Her yes, to the terms of this revision. */
export interface AcceptInput {
  readonly termsRevision: number;
  /** Empty where she declares that there are no ties. */
  readonly declaration: Declaration;
}

/** Her no. */
export interface DeclineInput {
  readonly reasons: readonly AskDeclineReason[];
  /** For her network alone. */
  readonly words?: string | null;
  /** Whether the organizer may read at once that another time would do, or that this is nothing for her. */
  readonly share: boolean;
}

/** Channels that she releases, with their values. */
export interface ReleaseInput {
  readonly email?: string | null;
  readonly telephone?: string | null;
  readonly relay: boolean;
}

/** What she said to the desk, and how the desk knows. */
export type SpokenInput = {
  readonly channel: SpokenChannel;
  /** Where the proof lies, such as the note of a call. */
  readonly proof: string;
} & (
  | { readonly accept: AcceptInput }
  | { readonly decline: DeclineInput }
  | { readonly question: string }
  | { readonly release: ReleaseInput }
);

export interface RefuseInput {
  readonly reason: RefusalReason;
  /** For the network itself. */
  readonly words?: string | null;
}

export interface ReviewInput {
  readonly outcome: DeclarationOutcome;
  /** For the organizer, where a tie was disclosed and accepted. */
  readonly words?: string | null;
}

export interface WithdrawInput {
  readonly reason: WithdrawalReason;
}

export interface NotEngagedInput {
  readonly reason: NotEngagedReason;
}
