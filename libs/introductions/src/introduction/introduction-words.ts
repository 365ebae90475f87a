import type { Transaction } from '#database';
import { openJson, sealJson, type SealedColumns, type Vault } from '#vault';
import type { Declaration, DeclarationOutcome } from '../ask/declaration.js';
import type {
  AskDeclineReason,
  NotEngagedReason,
  RefusalReason,
  WithdrawalReason,
} from '../ask/reasons.js';
import { sealedPlace } from '../sealed-tables.js';
import type { SpokenAnswer } from './ask-views.js';

/** What is written in an introduction, by whomever. It is sealed as one, and goes with her. */
export interface IntroductionWords {
  readonly outOfOrder?: string | null;
  /** What the desk wrote to the organizer when it returned the request. */
  readonly returned?: string;
  readonly question?: string;
  readonly answer?: string;
  readonly declaration?: Declaration;
  /** Version of the questions of the declaration, and the hash of what she declared (hex SHA-256). */
  readonly declarationVersion?: string;
  readonly declarationHash?: string;
  readonly outcome?: DeclarationOutcome | null;
  readonly outcomeWords?: string | null;
  readonly declineReasons?: readonly AskDeclineReason[];
  readonly declineWords?: string | null;
  readonly shared?: boolean;
  readonly refusal?: RefusalReason;
  readonly refusalWords?: string | null;
  readonly withdrawal?: WithdrawalReason;
  readonly notEngaged?: NotEngagedReason;
  /** Channels that she released; null once she took them back. */
  readonly released?: ReleasedValues | null;
  readonly spoken?: readonly SpokenAnswer[];
}

export interface ReleasedValues {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly relay: boolean;
}

export async function openWords(
  vault: Vault,
  {
    id,
    keyId,
    sealed,
  }: { readonly id: string; readonly keyId: number | null; readonly sealed: Buffer | null },
): Promise<IntroductionWords> {
  if (keyId === null || sealed === null) return {};
  return openJson(vault, { keyId, sealed }, sealedPlace('introduction', id));
}

export async function sealWords(
  tx: Pick<Transaction, 'query'>,
  vault: Vault,
  id: string,
  words: IntroductionWords,
): Promise<SealedColumns> {
  return sealJson(tx, vault, words, sealedPlace('introduction', id));
}
