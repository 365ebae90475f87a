import type { Transaction } from '#database';
import { AccountMails, accountOf } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { isListedBy, isListedUnderName } from './compared.js';

/** Asks mediators whether two records are theirs: on their page, and by a mail that says no more than that something waits. */
@Injectable()
export class DuplicateQuestions {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly mails: AccountMails,
    vault: Vault,
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Asks those of the two whom the network lists, who have an account, and who may see the other entry. What she has said already
   * stays, and nobody is told that she has. How likely it is stays with the network: it can rest on what she may not see.
   *
   * @throws InvalidStateError where there is nobody to ask
   */
  async ask(tx: Transaction, pairId: string): Promise<void> {
    const able = await tx.query<{ id: string }>(
      `SELECT h.id FROM duplicate_pair p JOIN mediator h ON h.id IN (p.one_id, p.other_id)
         JOIN mediator x ON x.id IN (p.one_id, p.other_id) AND x.id <> h.id
       WHERE p.id = $1 AND ${isListedBy('p.network_id', 'h')} AND ${isListedUnderName('x')} ORDER BY h.id`,
      [pairId],
    );
    let asked = 0;
    for (const { id } of able) {
      const account = await accountOf(tx, id);
      if (!account) continue;
      asked += 1;
      const changed = await tx.query(
        `INSERT INTO duplicate_pair (id, for_id, across, one_id, other_id, weight, model, bars, state)
         SELECT $2, $3, across, one_id, other_id, 0, model, '[]', 'ask-her' FROM duplicate_pair WHERE id = $1
         ON CONFLICT (for_id, one_id, other_id) DO UPDATE SET state = 'ask-her', revision = duplicate_pair.revision + 1
           WHERE duplicate_pair.state IN ('open', 'cannot-say') RETURNING id`,
        [pairId, uuidv7(), id],
      );
      // Where others may read her mails she finds it on her page only, and nobody is told why.
      if (changed.length === 0 || !(await this.contacts.isMailSafe(tx, id))) continue;
      const mail = {
        template: 'correction-asked',
        path: '/me/consents/entries',
        parameters: {},
      } as const;
      await this.mails.toAccounts(tx, [account.id], mail);
    }
    if (asked === 0) throw new InvalidStateError(NOBODY);
  }
}

const NOBODY = refusal('duplicates.cannotAsk');
