import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { queueMail } from '#mail';
import { addDays, dayOf, MS_PER_DAY } from '#kernel';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIRM_DAYS, KEPT_DAYS } from './application-steps.js';

/** To whom a mail goes, and the link of her application. */
export interface MailedApplication {
  readonly to: string;
  readonly locale: Locale;
  readonly token: string;
  /** Her profile, where there is one: the mail goes when it goes. */
  readonly mediatorId?: string | null;
}

/** Mails to women who have applied. None names the network, or says what she wrote. */
@Injectable()
export class ApplicationMails {
  constructor(
    private readonly vault: Vault,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** Asks whether the address is hers. */
  async askToConfirm(tx: Transaction, her: MailedApplication, createdAt: Date): Promise<void> {
    const { to, locale } = her;
    const until = confirmableUntil(createdAt);
    const parameters = { link: this.link(her), until };
    await queueMail(tx, this.vault, { to, locale, template: 'application-confirm', parameters });
  }

  /** Tells her, and nobody at the page, that she has applied before; or how her application was answered. */
  async send(
    tx: Transaction,
    her: MailedApplication,
    template: 'application-already' | 'application-accepted' | 'application-declined',
  ): Promise<void> {
    const { to, locale, mediatorId } = her;
    const parameters = { link: this.link(her) };
    await queueMail(tx, this.vault, { to, locale, template, parameters, mediatorId });
  }

  private link({ token }: MailedApplication): string {
    return `${this.settings.publicUrl}/link/application?token=${token}`;
  }
}

/** Until when she can confirm what she sent then. */
export function confirmableUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + CONFIRM_DAYS * MS_PER_DAY);
}

/** Last day on which an application that was answered or withdrawn then is kept, ISO 8601. */
export function keptUntil(decidedAt: Date): string {
  return addDays(dayOf(decidedAt), KEPT_DAYS);
}
