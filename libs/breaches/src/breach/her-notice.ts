import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { hasAccount, LinkMails, OneTimeLinks } from '#identity';
import { HerMails } from '#introductions';
import { Inject, Injectable } from '@nestjs/common';
import type { BreachChannel } from './lists.js';

/** How long the link of a mail lasts, in minutes: 30 days. */
const LINK_MINUTES = 30 * 24 * 60;

/** Telling a woman of a breach: by the channel that she has chosen, and never where others may look at it. */
@Injectable()
export class HerBreachNotice {
  constructor(
    private readonly herMails: HerMails,
    private readonly links: OneTimeLinks,
    private readonly linkMails: LinkMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** By which way she would be told now. Changes nothing. */
  async wayTo(tx: Transaction, mediatorId: string): Promise<BreachChannel> {
    return (await this.herMails.wayTo(tx, mediatorId)) ?? 'person';
  }

  /** Queues what tells her. @returns the way; `person` where nothing is sent, and her network tells her */
  async send(tx: Transaction, breachId: string, mediatorId: string): Promise<BreachChannel> {
    const way = await this.wayTo(tx, mediatorId);
    if (way === 'person') return way;
    await this.herMails.send(tx, mediatorId, {
      template: 'breach-told',
      parameters: {},
      link: (sentTo) => this.linkFor(tx, breachId, { mediatorId, sentTo }),
    });
    return way;
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
