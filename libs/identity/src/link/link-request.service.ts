import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { AccountEntity } from '../account/account.entity.js';
import { addressOf } from '../account/account-mails.js';
import { checkedEmail, emailIndex } from '../account/email.js';
import { lockAccount } from '../account/read-accounts.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { Throttle } from '../throttle/throttle.js';
import { systemViewer, type Viewer } from '../viewer.js';
import { LinkMails } from './link-mails.js';
import { LinkRequestEntity } from './link-request.entity.js';
import { OneTimeLinks } from './one-time-links.js';
import { signsInByLink } from './signs-in-by-link.js';

export type RequestedPurpose = LinkRequestEntity['purpose'];

const SYSTEM = systemViewer('identity');

/**
 * Links that somebody asks for by her address. The request does the same work whoever asks for whomever;
 * whether the address is anybody's, a job finds out.
 */
@Injectable()
@BackgroundJob()
export class LinkRequestService implements JobHandler {
  readonly name = 'identity-link-requests';

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
  ) {}

  /** @throws InvalidInputError, TooManyAttemptsError */
  async request(
    viewer: Viewer,
    client: Client,
    purpose: RequestedPurpose,
    email: string,
  ): Promise<void> {
    const address = checkedEmail(email);
    const index = emailIndex(this.vault, address);
    // Asked for whoever asks, and used for nothing but the counting of known devices.
    const [account] = await this.database.query<{ id: string }>(
      'SELECT id FROM account WHERE email_index = $1',
      [index],
    );
    await this.throttle.enter(client, 'mail', address, account?.id);
    await this.database.transaction(async (tx) => {
      const id = uuidv7();
      await tx.manager.insert(LinkRequestEntity, { id, purpose, emailIndex: index });
      await tx.addJob({ name: this.name, ids: [id] });
      await recordAudit(tx, viewer, [
        changeRecord(`link.request-${purpose}`, 'link-request', null, { id }),
      ]);
    });
  }

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.database.transaction((tx) => this.answer(tx, id));
  }

  private async answer(tx: Transaction, id: string): Promise<void> {
    const request = await tx.manager.findOne(LinkRequestEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    // Answered before.
    if (!request) return;
    const { purpose } = request;
    await tx.manager.delete(LinkRequestEntity, { id });
    const account = await tx.manager.findOneBy(AccountEntity, { emailIndex: request.emailIndex });
    if (account && (await this.mayHave(tx, account, purpose))) {
      // The last one that was asked for is the one that works.
      await this.links.withdraw(tx, account.id, [purpose]);
      const recipient = await addressOf(this.vault, account);
      await this.mails.send(tx, recipient, { purpose, accountId: account.id });
    }
    await recordAudit(tx, SYSTEM, [
      changeRecord(`link.answer-${purpose}`, 'link-request', { id }, null),
    ]);
  }

  private async mayHave(
    tx: Transaction,
    account: AccountEntity,
    purpose: RequestedPurpose,
  ): Promise<boolean> {
    if (account.state !== 'active') return false;
    const snapshot = await lockAccount(tx, account.id);
    return purpose === 'password-reset' || (snapshot !== null && signsInByLink(snapshot.roles));
  }
}
