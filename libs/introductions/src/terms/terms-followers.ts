import type { Transaction } from '#database';
import type { ChangeRecord } from '#identity';

/** Asks go by the terms of their need: whoever keeps asks is told of new terms in the transaction that puts them in force. */
export abstract class TermsFollowers {
  /** @returns what the audit log is to say of it */
  abstract termsChanged(
    tx: Transaction,
    needId: string,
    revision: number,
  ): Promise<readonly ChangeRecord[]>;
}
