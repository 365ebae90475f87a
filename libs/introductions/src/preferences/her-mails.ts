import { CLOCK, isMailAddress } from '#config';
import type { Transaction } from '#database';
import { ContactRepository, herLocale, numberIndex, type Reach } from '#directory';
import { emailIndex } from '#identity';
import { MessageGateway, queueMail, queueMessage, type MailChannel, type Template } from '#mail';
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

/** Mails and messages to mediators: by the channel that each has chosen, outside her quiet hours, in her language. */
@Injectable()
export class HerMails {
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
   * @returns by which way. Null where nothing was queued: she wants to be called or cannot be reached, and it is for her desk to call.
   */
  async send(tx: Transaction, mediatorId: string, mail: HerMail): Promise<MailChannel | null> {
    const { template, parameters, link, atOnce = false } = mail;
    const preference = await this.preferences.ofMediator(tx, mediatorId);
    const reach = await this.reach(tx, mediatorId, preference.channel);
    const way = this.way(preference.channel, reach);
    if (way === null) return null;
    const now = this.now();
    const notBefore = atOnce ? now : afterQuiet(preference, now);
    const { to, channel } = way;
    const locale = await herLocale(tx, mediatorId);
    const posted = { to, locale, mediatorId, ...(notBefore > now && { notBefore }) };
    if (channel === 'message') {
      const there = await link(numberIndex(this.vault, to));
      await queueMessage(tx, this.vault, { ...posted, link: there });
      return channel;
    }
    await queueMail(tx, this.vault, {
      ...posted,
      template,
      parameters: { ...parameters, link: await link(emailIndex(this.vault, to)) },
      timeZone: mail.timeZone ?? preference.timeZone,
    });
    return channel;
  }

  /**
   * By which way each of these women would be told now; null where nothing would be sent, also because what is stated of her cannot be
   * opened. A fixed number of statements, however many women.
   */
  async waysTo(
    tx: Transaction,
    mediatorIds: readonly string[],
  ): Promise<Map<string, MailChannel | null>> {
    const preferences = await this.preferences.ofMediators(tx, mediatorIds);
    const wanting = [...preferences].filter(([, { channel }]) => channel !== 'telephone');
    const reached = await this.contacts.reachOf(
      tx,
      wanting.map(([id]) => id),
    );
    return new Map(
      [...preferences].map(([id, { channel }]) => {
        const reach = reached.get(id);
        return [
          id,
          reach?.status === 'fulfilled' ? (this.way(channel, reach.value)?.channel ?? null) : null,
        ];
      }),
    );
  }

  /** What is stated of her; nothing where she wants to be called. @throws VaultError where it cannot be opened */
  private async reach(tx: Transaction, mediatorId: string, wanted: AskChannel): Promise<Reach> {
    if (wanted === 'telephone') return NOWHERE;
    const reach = (await this.contacts.reachOf(tx, [mediatorId])).get(mediatorId);
    if (reach?.status === 'rejected') throw reach.reason;
    return reach?.value ?? NOWHERE;
  }

  /** Where she is told; null where she wants to be called, or nothing of hers is stated or safe. */
  private way(
    wanted: AskChannel,
    { email, number }: Reach,
  ): { readonly channel: MailChannel; readonly to: string } | null {
    if (wanted === 'telephone') return null;
    if (wanted === 'message' && this.gateway.isOpen && number !== null) {
      return { channel: 'message', to: number };
    }
    return email !== null && isMailAddress(email) ? { channel: 'mail', to: email } : null;
  }
}

const NOWHERE: Reach = { email: null, number: null };
