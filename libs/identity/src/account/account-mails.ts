import { Inject, Injectable, Logger } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import type { Database, Transaction } from '#database';
import { queueMail, type Template, type TemplateParameters } from '#mail';
import { Vault, VaultError } from '#vault';
import type { Locale } from '#vocabulary';
import { AccountEntity } from './account.entity.js';
import { openPerson } from './person.js';
import { coordinatorsOf, organizersOf } from './staff.js';

/** A mail to people who sign in. Its link leads to a page of this service. */
export interface AccountMail<T extends Template = Template> {
  readonly template: T;
  /** Where its link leads, as `/me`; to the console where nothing is said. */
  readonly path?: string;
  /** All but the link. */
  readonly parameters: Omit<TemplateParameters[T], 'link'>;
  /** When it is sent at the earliest; at once if absent. */
  readonly notBefore?: Date | undefined;
}

/** Tells people who sign in that something waits for them: in the language of their account, and no more than that. */
@Injectable()
export class AccountMails {
  private readonly logger = new Logger('Accounts');

  constructor(
    private readonly vault: Vault,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** To every coordinator of a network. */
  async toCoordinators<T extends Template>(
    tx: Transaction,
    networkId: string,
    mail: AccountMail<T>,
  ): Promise<void> {
    await this.toAccounts(tx, await coordinatorsOf(tx, networkId), mail);
  }

  /** To an organizer of an organization, by account; to all of them if that one no longer organizes for it. */
  async toOrganizer<T extends Template>(
    tx: Transaction,
    organizationId: string,
    accountId: string | null,
    mail: AccountMail<T>,
  ): Promise<void> {
    const organizers = await organizersOf(tx, organizationId);
    const told = organizers.filter((id) => id === accountId);
    await this.toAccounts(tx, told.length > 0 ? told : organizers, mail);
  }

  /** To every organizer of an organization. */
  async toOrganizers<T extends Template>(
    tx: Transaction,
    organizationId: string,
    mail: AccountMail<T>,
  ): Promise<void> {
    await this.toAccounts(tx, await organizersOf(tx, organizationId), mail);
  }

  /**
   * To accounts by id; those that cannot sign in are left out. Where the address of one cannot be opened, as where a master key is
   * missing, the others are told, and her mail waits until it can be.
   */
  async toAccounts<T extends Template>(
    tx: Transaction,
    accountIds: readonly string[],
    { template, path = '/console', parameters, notBefore }: AccountMail<T>,
  ): Promise<void> {
    for (const id of accountIds) {
      const account = await tx.manager.findOneBy(AccountEntity, { id, state: 'active' });
      if (!account) continue;
      const link = `${this.settings.publicUrl}${path}`;
      await queueMail(tx, this.vault, {
        to: await this.addressNow(account),
        locale: account.locale,
        template,
        parameters: { ...parameters, link } as TemplateParameters[T],
        accountId: id,
        ...(notBefore && { notBefore }),
      });
    }
  }

  /** Null where it cannot be opened now: the mail waits, and is tried again. */
  private async addressNow(account: AccountEntity): Promise<string | null> {
    try {
      return (await addressOf(this.vault, account)).to;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      this.logger.warn(
        `The address of account ${account.id} cannot be opened: what it is told waits.`,
      );
      return null;
    }
  }
}

/** The address of an account as it is now, for a mail that waits for it. */
export function addressesBy(database: Database, vault: Vault) {
  return async (id: string): Promise<string> =>
    (await addressOf(vault, await database.manager.findOneByOrFail(AccountEntity, { id }))).to;
}

/** Where mails to an account go, and in which language. */
export async function addressOf(
  vault: Vault,
  account: AccountEntity,
): Promise<{ readonly to: string; readonly locale: Locale }> {
  const { email } = await openPerson(vault, account);
  return { to: email, locale: account.locale };
}
