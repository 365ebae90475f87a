import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { standingsOf } from '#directory';
import {
  AccountMails,
  hasAccount,
  LinkMails,
  OneTimeLinks,
  type NewLink,
  type SentToHer,
} from '#identity';
import { DeskService, HerMails, type HerMail } from '#introductions';
import { Inject, Injectable } from '@nestjs/common';

/** Whom a notice is for, and the network whose desk acts for her. */
export interface NoticeTo {
  /** Also of a record that was merged into another. */
  readonly mediatorId: string;
  readonly networkId: string;
}

/** What she is told. */
export interface HerNotice extends Pick<HerMail, 'template' | 'timeZone' | 'atOnce'> {
  readonly until?: Date | undefined;
  /** Where she goes on when she signs in, as `/me`. */
  readonly path: string;
  /** What she can do by a link without an account; `always`: and with one, too. */
  readonly link?: Pick<NewLink, 'purpose' | 'data' | 'ttl'> & { readonly always?: boolean };
}

/**
 * Tells a mediator that something waits, by the channel that she has chosen and outside her quiet hours. Where she wants to
 * be called, or cannot be reached by mail or message, her desk is told to call her.
 */
@Injectable()
export class HerNotices {
  constructor(
    private readonly herMails: HerMails,
    private readonly desks: DeskService,
    private readonly accounts: AccountMails,
    private readonly links: OneTimeLinks,
    private readonly linkMails: LinkMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  async send(
    tx: Transaction,
    { mediatorId, networkId }: NoticeTo,
    notice: HerNotice,
  ): Promise<void> {
    const { until, path, link, ...mail } = notice;
    const standings = await standingsOf(tx, [mediatorId]);
    const keptId = standings.get(mediatorId)?.keptId ?? mediatorId;
    const parameters = until ? { until } : {};
    const isTold = await this.herMails.send(tx, keptId, {
      ...mail,
      parameters,
      link: (sentTo) => this.linkFor(tx, { mediatorId: keptId, sentTo }, path, link),
    });
    if (isTold) return;
    await this.accounts.toAccounts(tx, await this.desks.told(tx, networkId, 'arrived'), {
      template: until ? 'introduction-desk-waits' : 'introduction-message',
      parameters,
    });
  }

  private async linkFor(
    tx: Transaction,
    her: SentToHer,
    path: string,
    link: HerNotice['link'],
  ): Promise<string> {
    if (!link || (!link.always && (await hasAccount(tx, her.mediatorId)))) {
      return `${this.settings.publicUrl}${path}`;
    }
    const { purpose, data, ttl } = link;
    return this.linkMails.address(purpose, await this.links.issue(tx, { purpose, data, ttl, her }));
  }
}
