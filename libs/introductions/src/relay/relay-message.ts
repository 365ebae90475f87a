import { openJson, type SealedColumns, type Vault } from '#vault';
import { sealedPlace } from '../sealed-tables.js';
import type { RelayAuthor, RelaySide, RelayState } from './relay-states.js';

/** What of a message is sealed. */
export interface RelayContents {
  readonly text: string;
  /** What the desk wrote to the author when it held the message; else null. */
  readonly word: string | null;
}

/** What is sealed in the row of a message. */
export async function openContents(
  vault: Vault,
  row: SealedColumns & { readonly id: string },
): Promise<RelayContents> {
  return openJson(vault, row, sealedPlace('relay_message', row.id));
}

/** A message of the relay, as whoever may read it sees it. */
export interface RelayMessageView extends RelayContents {
  readonly id: string;
  readonly author: RelayAuthor;
  readonly recipient: RelaySide;
  readonly state: RelayState;
  readonly at: Date;
  /** When the desk passed or held it; null while it waits. */
  readonly handledAt: Date | null;
}

/** Whether a side may read a message: the desk all of them, an author her own, and the other side what was passed to it. */
export function seenBy(
  side: RelayAuthor,
  { author, recipient, state }: Pick<RelayMessageView, 'author' | 'recipient' | 'state'>,
): boolean {
  return side === 'desk' || author === side || (recipient === side && state === 'passed');
}
