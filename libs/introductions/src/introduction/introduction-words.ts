import type { Declaration, DeclarationOutcome } from '../ask/declaration.js';
import type {
  AskDeclineReason,
  NotEngagedReason,
  RefusalReason,
  WithdrawalReason,
} from '../ask/reasons.js';
import type { SpokenAnswer } from './ask-views.js';

/** What is written in an introduction, by whomever. It is sealed as one, and goes with her. */
export interface IntroductionWords {
  readonly outOfOrder?: string;
  /** What the desk wrote to the organizer when it returned the request. */
  readonly returned?: string;
  readonly question?: string;
  readonly answer?: string;
  readonly declaration?: Declaration;
  /** Version of the questions of the declaration, and its hash as the desk read it (hex SHA-256). */
  readonly declarationVersion?: string;
  readonly declarationHash?: string;
  readonly outcome?: DeclarationOutcome;
  readonly outcomeWords?: string;
  readonly declineReasons?: readonly AskDeclineReason[];
  readonly declineWords?: string;
  readonly shared?: boolean;
  readonly refusal?: RefusalReason;
  readonly refusalWords?: string;
  readonly withdrawal?: WithdrawalReason;
  readonly notEngaged?: NotEngagedReason;
  /** Channels that she released and has not taken back. */
  readonly released?: {
    readonly email: string | null;
    readonly telephone: string | null;
    readonly relay: boolean;
  };
  readonly spoken?: readonly SpokenAnswer[];
}
