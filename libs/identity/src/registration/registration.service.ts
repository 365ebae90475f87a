import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { openJson, sealJson, Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { AccountEntity } from '../account/account.entity.js';
import { checkedEmail, emailIndex } from '../account/email.js';
import { insertAccount } from '../account/insert-account.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { PasswordService } from '../credential/password.service.js';
import { setPassword } from '../credential/set-password.js';
import { ConflictError, NotFoundError, textProblems, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { LinkMails } from '../link/link-mails.js';
import { OneTimeLinks } from '../link/one-time-links.js';
import { insertOrganization, type NewOrganization } from '../organization/organization.service.js';
import { authorise } from '../policy/policy.js';
import { Throttle } from '../throttle/throttle.js';
import { systemViewer, type Viewer } from '../viewer.js';
import { RegistrationEntity } from './registration.entity.js';

/** What an organizer states of herself and of whom she asks for. */
export interface NewRegistration {
  readonly email: string;
  readonly name: string;
  readonly organization: NewOrganization;
  readonly locale: Locale;
}

type Content = Omit<NewRegistration, 'locale'>;

interface NamesOfRegistration extends Pick<NewRegistration, 'name'> {
  readonly organization: Pick<NewOrganization, 'name'>;
}

/** Of a person and of an organization, in characters. */
const LONGEST_NAME = 200;

const SYSTEM = systemViewer('identity');

/**
 * Organizers who register themselves. The answer and the work are the same whether or not the address has an
 * account: a job finds out and sends one mail or the other. Nothing is made before she follows the link.
 */
@Injectable()
@BackgroundJob()
export class RegistrationService implements JobHandler {
  readonly name = 'identity-registrations';

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    private readonly passwords: PasswordService,
  ) {}

  /** @throws InvalidInputError, where a name is missing, too long or cannot be kept */
  check({ name, organization }: NamesOfRegistration): void {
    throwIfProblems([
      ...textProblems('name', name, LONGEST_NAME, true),
      ...textProblems('organization.name', organization.name, LONGEST_NAME, true),
    ]);
  }

  /** @throws InvalidInputError, TooManyAttemptsError */
  async register(viewer: Viewer, client: Client, registration: NewRegistration): Promise<void> {
    authorise(viewer, 'register', { kind: 'organization', organizationId: null });
    this.check(registration);
    const { name, organization, locale } = registration;
    const email = checkedEmail(registration.email);
    await this.throttle.enter(client, 'mail', email);
    await this.database.transaction(async (tx) => {
      const id = uuidv7();
      const content: Content = { email, name, organization };
      await tx.manager.insert(RegistrationEntity, {
        id,
        ...(await sealJson(tx, this.vault, content, registrationPlace(id))),
        emailIndex: emailIndex(this.vault, email),
        locale,
      });
      await tx.addJob({ name: this.name, ids: [id] });
      await recordAudit(tx, viewer, [
        changeRecord('registration.create', 'registration', null, { id }),
      ]);
    });
  }

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.database.transaction((tx) => this.answer(tx, id));
  }

  /** Makes the account and its organization, which waits for an administrator. The link stays good on an error. */
  async verify(viewer: Viewer, client: Client, token: string, password: string): Promise<void> {
    const tried = await this.throttle.enter(client);
    await this.database.transaction(async (tx) => {
      const { data } = await this.links.redeem(tx, 'verify-email', token);
      const registration = await this.find(tx, data.registration ?? '');
      if (!registration) throw new NotFoundError('registration');
      const { emailIndex: index, locale } = registration;
      if (await tx.manager.existsBy(AccountEntity, { emailIndex: index })) {
        throw new ConflictError(refusal('accounts.signInWithIt'));
      }
      const { email, name, organization: wanted } = await this.unsealed(registration);
      const hash = await this.passwords.hashOf(password, { email, name });
      const organization = await insertOrganization(tx, wanted, 'pending');
      const roles = [{ role: 'organizer', networkId: null }] as const;
      const organizationId = organization.id;
      const account = await insertAccount(tx, this.vault, {
        email,
        name,
        locale,
        organizationId,
        roles,
      });
      await setPassword(tx, account.id, hash);
      await tx.manager.delete(RegistrationEntity, { emailIndex: index });
      await recordAudit(tx, { ...viewer, name: `user:${account.id}` }, [
        changeRecord('organization.register', 'organization', null, organization),
        changeRecord('account.create', 'account', null, account),
      ]);
    });
    await this.throttle.forgive(tried);
  }

  private async answer(tx: Transaction, id: string): Promise<void> {
    const registration = await this.find(tx, id);
    // Verified, or given up, before.
    if (!registration) return;
    const { emailIndex: index, locale } = registration;
    const account = await tx.manager.findOneBy(AccountEntity, { emailIndex: index });
    if (account) {
      await tx.manager.delete(RegistrationEntity, { id });
      await this.mails.sendAlreadyRegistered(tx, account);
    } else {
      const { email } = await this.unsealed(registration);
      const data = { registration: id };
      await this.mails.send(tx, { to: email, locale }, { purpose: 'verify-email', data });
    }
    await recordAudit(tx, SYSTEM, [
      changeRecord('registration.answer', 'registration', { id }, account ? null : { id }),
    ]);
  }

  private async find(tx: Transaction, id: string): Promise<RegistrationEntity | null> {
    return tx.manager.findOne(RegistrationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async unsealed(row: RegistrationEntity): Promise<Content> {
    return openJson(this.vault, row, registrationPlace(row.id));
  }
}

/** What a sealed registration is bound to. */
export function registrationPlace(id: string): string {
  return `registration:${id}`;
}
