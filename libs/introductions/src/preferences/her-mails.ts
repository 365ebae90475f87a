import { CLOCK } from '#config';
import type { Transaction } from '#database';
import { ContactRepository, type HerAddress, herAddress, herLocale, numberIndex } from '#directory';
import { emailIndex, systemViewer } from '#identity';
import { MessageGateway, queueMail, queueMessage, type Template } from '#mail';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import type { AskChannel } from './ask-channels.js';
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

/** Where something is sent to her. */
interface Way extends HerAddress {
  readonly channel: 'mail' | 'message';
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
    const preference = await this.preferences.ofMediator(tx, mediatorId);
    const way = await this.way(tx, mediatorId, preference.channel);
    if (way === null) return false;
    const now = this.now();
    const notBefore = atOnce ? now : afterQuiet(preference, now);
    const { to, locale } = way;
    const posted = { to, locale, mediatorId, ...(notBefore > now && { notBefore }) };
    if (way.channel === 'message') {
      const there = await link(numberIndex(this.vault, to));
      await queueMessage(tx, this.vault, { ...posted, link: there });
      return true;
    }
    await queueMail(tx, this.vault, {
      ...posted,
      template,
      parameters: { ...parameters, link: await link(emailIndex(this.vault, to)) },
      timeZone: mail.timeZone ?? preference.timeZone,
    });
    return true;
  }

  /** By which way she would be told now; null where nothing would be sent. */
  async wayTo(tx: Transaction, mediatorId: string): Promise<'mail' | 'message' | null> {
    const { channel } = await this.preferences.ofMediator(tx, mediatorId);
    return (await this.way(tx, mediatorId, channel))?.channel ?? null;
  }

  /** Where she is told; null where she wants to be called, or nothing of hers is stated or safe. */
  private async way(tx: Transaction, mediatorId: string, wanted: AskChannel): Promise<Way | null> {
    if (wanted === 'message' && this.gateway.isOpen) {
      const to = await this.contacts.numberOf(tx, this.system, mediatorId);
      if (to !== null) return { channel: 'message', to, locale: await herLocale(tx, mediatorId) };
    }
    if (wanted === 'telephone') return null;
    const address = await herAddress(tx, this.vault, this.system, mediatorId);
    return address && { channel: 'mail', ...address };
  }
}
