import { CLOCK } from '#config';
import type { Transaction } from '#database';
import { ContactRepository, herAddress, numberIndex } from '#directory';
import { emailIndex, systemViewer } from '#identity';
import { MessageGateway, queueMail, queueMessage, type Template } from '#mail';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { PreferenceService } from './preference.service.js';
import { afterQuiet } from './quiet-hours.js';

/** What a mediator is told: that something waits, and where. */
export interface HerMail {
  readonly template: Template;
  readonly parameters: { readonly until?: Date };
  /**
   * Where she goes on. It is asked for if something is sent, so that no link is issued that nobody gets.
   *
   * @param sentTo blind index of the address or number to which it is sent
   */
  readonly link: (sentTo: Buffer) => Promise<string>;
  /** In which moments are written; that of her preferences if absent. */
  readonly timeZone?: string;
  /** Whether it is sent in her quiet hours too. */
  readonly atOnce?: boolean;
}

/** Mails and messages to mediators: by the channel that each has chosen, outside her quiet hours, in her language. */
@Injectable()
export class HerMails {
  private readonly system = systemViewer('mails');
  private readonly contacts: ContactRepository;

  constructor(
    private readonly vault: Vault,
    private readonly preferences: PreferenceService,
    private readonly gateway: MessageGateway,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Tells her.
   *
   * @returns whether something was queued. If not, she wants to be called or cannot be reached: it is for her desk to call.
   */
  async send(tx: Transaction, mediatorId: string, mail: HerMail): Promise<boolean> {
    const { template, parameters, link, atOnce = false } = mail;
    const { channel, ...hours } = await this.preferences.ofMediator(tx, mediatorId);
    const now = this.now();
    const notBefore = atOnce ? now : afterQuiet(hours, now);
    const posted = { mediatorId, ...(notBefore > now && { notBefore }) };
    const address = await herAddress(tx, this.vault, this.system, mediatorId);
    if (channel === 'message' && this.gateway.isOpen) {
      const number = await this.contacts.numberOf(tx, this.system, mediatorId);
      if (number !== null) {
        const locale = address?.locale ?? 'en';
        const there = await link(numberIndex(this.vault, number));
        await queueMessage(tx, this.vault, { to: number, link: there, locale, ...posted });
        return true;
      }
    }
    if (channel === 'telephone' || address === null) return false;
    await queueMail(tx, this.vault, {
      ...address,
      template,
      parameters: { ...parameters, link: await link(emailIndex(this.vault, address.to)) },
      timeZone: mail.timeZone ?? hours.timeZone,
      ...posted,
    });
    return true;
  }
}
