import { Inject, Injectable } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { queueMail } from '#mail';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { AccountEntity } from '../account/account.entity.js';
import { addressOf } from '../account/account-mails.js';
import type { LinkPurpose } from './one-time-link.entity.js';
import { type NewLink, OneTimeLinks } from './one-time-links.js';

/** How long links last, in minutes. */
export const LINK_MINUTES = {
  invitation: 7 * 24 * 60,
  'verify-email': 24 * 60,
  'password-reset': 30,
  'sign-in': 15,
  'second-factor': 5,
} as const;

/** Links that are sent by mail, with the mail that carries each. */
const TEMPLATES = {
  invitation: 'invitation',
  'verify-email': 'verify-email',
  'password-reset': 'password-reset',
  'sign-in': 'sign-in-link',
} as const;

export type MailedPurpose = keyof typeof TEMPLATES;

export interface Recipient {
  readonly to: string;
  readonly locale: Locale;
}

/** Mails about accounts. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly vault: Vault,
    private readonly links: OneTimeLinks,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** Issues a link and sends it. */
  async send(
    tx: Transaction,
    recipient: Recipient,
    link: Omit<NewLink, 'ttl'> & { readonly purpose: MailedPurpose },
  ): Promise<void> {
    const { purpose, accountId, her } = link;
    const ttl = LINK_MINUTES[purpose];
    const token = await this.links.issue(tx, { ...link, ttl });
    await queueMail(tx, this.vault, {
      ...recipient,
      template: TEMPLATES[purpose],
      parameters: { link: this.address(purpose, token), until: inMinutes(ttl) },
      accountId,
      mediatorId: her?.mediatorId,
    });
  }

  /** Tells whoever has an account of the address already that somebody registered with it. */
  async sendAlreadyRegistered(tx: Transaction, account: AccountEntity): Promise<void> {
    await queueMail(tx, this.vault, {
      ...(await addressOf(this.vault, account)),
      template: 'already-registered',
      parameters: { link: `${this.settings.publicUrl}/sign-in` },
      accountId: account.id,
    });
  }

  /** Tells her of what was done with her account, in case it was not she. */
  async sendNotice(
    tx: Transaction,
    account: AccountEntity,
    template: 'password-changed' | 'second-factor-removed' | 'session-ended',
  ): Promise<void> {
    await queueMail(tx, this.vault, {
      ...(await addressOf(this.vault, account)),
      template,
      parameters: { link: `${this.settings.publicUrl}/account`, at: new Date() },
      accountId: account.id,
    });
  }

  /**
   * The token is in the query, for the page behind it has no script that could read a fragment. That page
   * uses nothing up before its button is pressed, and sends no referrer.
   */
  address(purpose: LinkPurpose, token: string): string {
    return `${this.settings.publicUrl}/link/${purpose}?token=${token}`;
  }
}

function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}
