import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Vault } from '#vault';
import { AccountEntity } from '../account/account.entity.js';
import { openPerson } from '../account/person.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { InvalidCredentialsError } from '../errors.js';
import { NotFoundError, throwIfProblems } from '#kernel';
import { LinkMails } from '../link/link-mails.js';
import { OneTimeLinks } from '../link/one-time-links.js';
import { authorise } from '../policy/policy.js';
import { endSessions } from '../account/end-sessions.js';
import { NotesRefusals } from '../security-event/notes-refusals.js';
import { SecurityEvents } from '../security-event/security-events.js';
import { Throttle } from '../throttle/throttle.js';
import type { Viewer } from '../viewer.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordProblems, type Owner } from './password-rules.js';
import { setPassword } from './set-password.js';

/** Passwords: changing one's own, and setting a new one by a link. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    readonly securityEvents: SecurityEvents,
  ) {}

  /**
   * Changes her password, which ends her other sessions.
   *
   * @param current null only where she has none yet
   * @throws InvalidCredentialsError, InvalidInputError, TooManyAttemptsError
   */
  @NotesRefusals('changePassword')
  async change(
    viewer: Viewer,
    client: Client,
    current: string | null,
    password: string,
  ): Promise<void> {
    const accountId = await this.reauthenticate(viewer, client, current);
    await this.database.transaction(async (tx) => {
      await this.set(tx, accountId, password, 'newPassword');
      await endSessions(tx, accountId, viewer.sessionId);
      await recordAudit(tx, viewer, [passwordRecord(accountId)]);
    });
  }

  /**
   * Sets a new password by the link of a mail and ends every session. Signing in afterwards needs the
   * second factor as before. Gives her account, for this device to be known to it from now on.
   */
  async reset(viewer: Viewer, client: Client, token: string, password: string): Promise<string> {
    const tried = await this.throttle.enter(client);
    const id = await this.database.transaction(async (tx) => {
      const { accountId } = await this.links.redeem(tx, 'password-reset', token);
      if (accountId === null) throw new NotFoundError('account');
      await this.set(tx, accountId, password, 'password');
      await endSessions(tx, accountId);
      await recordAudit(tx, { ...viewer, name: `user:${accountId}` }, [passwordRecord(accountId)]);
      return accountId;
    });
    await this.throttle.forgive(tried);
    return id;
  }

  /** Makes sure that it is she who sits there, before something that a thief would do first. Gives her account. */
  async reauthenticate(viewer: Viewer, client: Client, password: string | null): Promise<string> {
    authorise(viewer, 'secure', { kind: 'account', userId: viewer.userId });
    const accountId = viewer.userId ?? '';
    const tried = await this.throttle.enter(client, 'password', accountId, accountId);
    const [own] = await this.database.query<{ hash: string }>(
      'SELECT hash FROM account_password WHERE account_id = $1',
      [accountId],
    );
    if (own && !(await this.hasher.verify(own.hash, password ?? ''))) {
      throw new InvalidCredentialsError();
    }
    await this.throttle.forgive(tried);
    return accountId;
  }

  /** The hash of a new password. @throws InvalidInputError for one that will not do. */
  async hashOf(password: string, owner: Owner, path = 'password'): Promise<string> {
    const problems = await passwordProblems(password, owner, path);
    throwIfProblems(problems);
    return this.hasher.hash(password);
  }

  private async set(
    tx: Transaction,
    accountId: string,
    password: string,
    path: string,
  ): Promise<void> {
    const account = await tx.manager.findOneBy(AccountEntity, { id: accountId, state: 'active' });
    if (!account) throw new NotFoundError('account');
    const hash = await this.hashOf(password, await openPerson(this.vault, account), path);
    await setPassword(tx, accountId, hash);
    await this.links.withdraw(tx, accountId, ['password-reset', 'second-factor']);
    await this.mails.sendNotice(tx, account, 'password-changed');
  }
}

function passwordRecord(id: string) {
  return changeRecord('account.change-password', 'account', { id }, { id });
}
