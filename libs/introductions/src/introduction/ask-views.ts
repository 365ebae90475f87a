import type { ProfileView } from '#directory';
import type { Confidentiality, InsiderTies, Urgency } from '#engagement';
import type { Declaration, DeclarationOutcome } from '../ask/declaration.js';
import type { IntroductionState } from '../ask/introduction-steps.js';
import type {
  AskDeclineReason,
  DeskFinding,
  NotEngagedReason,
  RefusalReason,
  WithdrawalReason,
} from '../ask/reasons.js';
import type { ShownState, ShownWord } from '../ask/shown.js';
import type { AskChannel } from '../preferences/ask-channels.js';
import type { RelayMessageView } from '../relay/relay-message.js';
import type { Terms } from '../terms/terms.js';

/** How she can be reached. `relay`: by messages through the desk of her network. */
export const RELEASED_CHANNELS = ['email', 'telephone', 'relay'] as const;
export type ReleasedChannel = (typeof RELEASED_CHANNELS)[number];

/** An introduction as its organizer is shown it. Nothing here depends on what the network or she kept to themselves. */
export interface OrganizerAskView {
  readonly id: string;
  readonly needId: string;
  /** Who was asked for, as the organizer sees her now; null where she is no longer shown, for whatever reason. */
  readonly profile: ProfileView | null;
  readonly urgency: Urgency;
  readonly state: ShownState;
  readonly word: ShownWord | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** When the state ends by itself; null once it has ended. */
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
  /** Whether interest can be confirmed: the network has reviewed her declaration. */
  readonly canConfirm: boolean;
  /** What the network wrote when it returned the request, or of her declaration. */
  readonly deskWords: string | null;
  readonly question: string | null;
  readonly answer: string | null;
  /** What she has released and not taken back. The values are read by `openContact`. */
  readonly channels: readonly ReleasedChannel[];
  readonly messages: readonly RelayMessageView[];
  readonly revision: number;
}

/** What an organizer reads who opens the channels that she released. */
export interface OpenedContact {
  readonly channels: readonly ReleasedChannel[];
  readonly email: string | null;
  readonly telephone: string | null;
}

/** The organizer's part of an ask, as her network and she are told it. */
interface AskedFor {
  readonly id: string;
  readonly needId: string;
  readonly needTitle: string;
  readonly processName: string | null;
  readonly confidentiality: Confidentiality;
  readonly insiderTies: InsiderTies;
  readonly organizationName: string;
  readonly urgency: Urgency;
  readonly state: IntroductionState;
  readonly requestedAt: Date;
  /** The terms in force. */
  readonly terms: Terms;
  readonly termsRevision: number;
  readonly acceptedTermsRevision: number | null;
  readonly forwardedAt: Date | null;
  readonly answerDueAt: Date | null;
  /** Since when a question of hers waits: her clock stands still. */
  readonly pausedAt: Date | null;
  /** When what waits for the organizer or for her release is over. */
  readonly lapsesAt: Date | null;
  readonly acceptedAt: Date | null;
  /** When her declaration was settled. */
  readonly reviewedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly connectedAt: Date | null;
  readonly endedAt: Date | null;
  readonly question: string | null;
  readonly answer: string | null;
  readonly declaration: Declaration | null;
  readonly declarationOutcome: DeclarationOutcome | null;
  readonly declineReasons: readonly AskDeclineReason[];
  /** Whether the word of her reasons was told to the organizer. */
  readonly shared: boolean;
  readonly withdrawal: WithdrawalReason | null;
  readonly notEngaged: NotEngagedReason | null;
  readonly channels: readonly ReleasedChannel[];
  readonly messages: readonly RelayMessageView[];
  readonly revision: number;
}

/** That a step was spoken, and heard by a coordinator. */
export interface SpokenAnswer {
  readonly step: string;
  readonly channel: SpokenChannel;
  readonly proof: string;
  readonly at: string;
}

export const SPOKEN_CHANNELS = ['telephone', 'in-person'] as const;
export type SpokenChannel = (typeof SPOKEN_CHANNELS)[number];

export interface StepView {
  readonly step: string;
  readonly fromState: IntroductionState | null;
  readonly toState: IntroductionState;
  /** Opaque name of the actor. */
  readonly actor: string;
  readonly at: Date;
}

/** An ask as the desk of her network works on it. */
export interface DeskAskView extends AskedFor {
  readonly networkId: string;
  /** Internal id of the woman, whom the desk curates. */
  readonly mediatorId: string;
  readonly mediatorName: string | null;
  /** How she wants to be told: with `telephone` the desk calls her. */
  readonly channel: AskChannel;
  /** Why women with a better rank were passed over, in the organizer's words. */
  readonly outOfOrder: string | null;
  readonly deskDueAt: Date;
  readonly deskEndsAt: Date;
  readonly findings: readonly DeskFinding[];
  readonly refusal: RefusalReason | null;
  /** What the desk wrote, to the organizer or for itself. */
  readonly deskWords: string | null;
  /** Her own words beside her reasons, which her network alone reads. */
  readonly declineWords: string | null;
  readonly spoken: readonly SpokenAnswer[];
  readonly steps: readonly StepView[];
}

/** An ask as she sees it. It is hers from the moment at which the desk forwards it. */
export interface OwnAskView extends AskedFor {
  /** Zone in which times are printed for her. */
  readonly timeZone: string;
  /** Whether she stays behind the relay because she is pseudonymous. */
  readonly pseudonymous: boolean;
  /** How often the organizer opened what she released. */
  readonly contactReads: number;
}
