import type { Transaction } from '#database';
import type { Experience } from '#directory';
import type { SpokenChannel, Terms } from '#introductions';
import { openJson, sealJson, type SealedColumns, type Vault } from '#vault';
import { placeIn } from '../sealed-places.js';

/** A word of hers that the desk heard and wrote down. */
export interface SpokenWord {
  readonly to: 'extension' | 'waiver' | 'experience' | 'check-in-plan';
  readonly channel: SpokenChannel;
  /** How the desk knows that it was she. */
  readonly proof: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What of a deployment is sealed: the terms that both accepted, and whatever somebody wrote. */
export interface DeploymentWords {
  /** As they were accepted. */
  readonly terms: Terms;
  /** To whom she reports; not in the terms. */
  readonly supervisor: string;
  /** What the side that ended, cancelled or suspended it last wrote; that side, the desk and she read it. */
  readonly reason: string;
  /** Where it is written what came of it. */
  readonly outcomeSource: string;
  /** What was offered for her profile, and as she accepted it. */
  readonly experience: Experience | null;
  readonly spoken: readonly SpokenWord[];
}

export async function sealWords(
  tx: Transaction,
  vault: Vault,
  id: string,
  words: DeploymentWords,
): Promise<SealedColumns> {
  return sealJson(tx, vault, words, placeIn('deployment', id));
}

export async function openWords(
  vault: Vault,
  row: SealedColumns & { readonly id: string },
): Promise<DeploymentWords> {
  return openJson(vault, row, placeIn('deployment', row.id));
}
