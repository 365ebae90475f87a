import { APP_SETTINGS, type Settings } from '#config';
import { mayPass, type Transaction } from '#database';
import { hasAccount, LinkMails, OneTimeLinks } from '#identity';
import { HerMails } from '#introductions';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BreachChannel } from './lists.js';

/** How long the link of a mail lasts, in minutes: 30 days. */
const LINK_MINUTES = 30 * 24 * 60;

/**
 * Telling a woman of a breach: by the channel that she has chosen, and never where others may look at it. Where this fails for
 * her alone, as where her contact data cannot be opened, she is told in person: the others do not wait for her.
 */
@Injectable()
export class HerBreachNotice {
  private readonly logger = new Logger('Breaches');

  constructor(
    private readonly herMails: HerMails,
    private readonly links: OneTimeLinks,
    private readonly linkMails: LinkMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** By which way each of these women would be told now. Changes nothing. */
  async waysTo(tx: Transaction, mediatorIds: readonly string[]): Promise<BreachChannel[]> {
    const ways = await this.herMails.waysTo(tx, mediatorIds);
    return mediatorIds.map((id) => ways.get(id) ?? 'person');
  }

  /** Queues what tells her. @returns the way; `person` where nothing is sent, and her network tells her */
  async send(tx: Transaction, breachId: string, mediatorId: string): Promise<BreachChannel> {
    const send = async (): Promise<BreachChannel> => {
      const way = await this.herMails.send(tx, mediatorId, {
        template: 'breach-told',
        parameters: {},
        link: (sentTo) => this.linkFor(tx, breachId, { mediatorId, sentTo }),
      });
      return way ?? 'person';
    };
    return orInPerson(tx, send, (error) => {
      const kind = error instanceof Error ? error.name : 'error';
      this.logger.warn(
        `What tells a woman of breach ${breachId} could not be made (${kind}): she is to be told in person.`,
      );
    });
  }

  private async linkFor(
    tx: Transaction,
    breachId: string,
    her: { readonly mediatorId: string; readonly sentTo: Buffer },
  ): Promise<string> {
    if (await hasAccount(tx, her.mediatorId)) return `${this.settings.publicUrl}/me/data/notices`;
    const data = { breachId, mediatorId: her.mediatorId };
    const token = await this.links.issue(tx, { purpose: 'breach', data, ttl: LINK_MINUTES, her });
    return this.linkMails.address('breach', token);
  }
}

/**
 * What `work` gives, or `person` where it fails: what it wrote or set in the transaction is undone then, and the transaction goes on.
 * An error that may pass is thrown, so that the whole transaction is tried again.
 */
async function orInPerson(
  tx: Transaction,
  work: () => Promise<BreachChannel>,
  onFailure: (error: unknown) => void,
): Promise<BreachChannel> {
  try {
    // Within the transaction, this is a savepoint.
    return await tx.manager.transaction(work);
  } catch (error) {
    if (mayPass(error)) throw error;
    onFailure(error);
    return 'person';
  }
}
