import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import { ConflictError, type ListPage, type ListResult, NotFoundError } from '#kernel';
import { Vault } from '#vault';
import { changeRecord, recordAudit } from './audit/record-audit.js';
import { takeStep } from './audit/take-step.js';
import { PasswordHasher } from './credential/password-hasher.js';
import { setPassword } from './credential/set-password.js';
import { storeTotp } from './credential/store-totp.js';
import { newTotpSecret } from './credential/totp.js';
import { NotPermittedError } from './errors.js';
import { insertOrganization, type NewOrganization } from './organization/organization.service.js';
import { authorise, may } from './policy/policy.js';
import { endSessions } from './account/end-sessions.js';
import type { Viewer } from './viewer.js';
import { AccountEntity } from './account/account.entity.js';
import { ACCOUNT_STEPS, type AccountStep } from './account/account-steps.js';
import type { AccountView } from './account/account-view.js';
import { emailIndex } from './account/email.js';
import {
  insertAccount,
  type AccountDraft,
  type AccountSnapshot,
} from './account/insert-account.js';
import { lockAccount, readAccounts } from './account/read-accounts.js';

/** An account that needs no invitation. */
export interface ReadyAccount extends AccountDraft {
  readonly password: string;
  /** Made with it, and verified. */
  readonly organization?: NewOrganization;
  /** An authenticator is enrolled from the first. */
  readonly secondFactor: boolean;
}

export interface MadeAccount {
  readonly id: string;
  readonly totpSecret: string | null;
}

/** Accounts: who there is, and who may no longer sign in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Adds accounts that can sign in at once, without invitations: all of them or none.
   *
   * @throws ConflictError where one of the addresses has an account
   */
  async createReady(viewer: Viewer, drafts: readonly ReadyAccount[]): Promise<MadeAccount[]> {
    authorise(viewer, 'create', { kind: 'account', userId: null });
    const hashes = await Promise.all(drafts.map(({ password }) => this.hasher.hash(password)));
    return this.database.transaction(async (tx) => {
      await refuseTaken(tx, this.vault, drafts);
      const made: (MadeAccount & { readonly account: AccountSnapshot })[] = [];
      for (const [i, draft] of drafts.entries()) {
        const organizationId = draft.organization
          ? (await insertOrganization(tx, draft.organization, 'verified')).id
          : draft.organizationId;
        const account = await insertAccount(tx, this.vault, { ...draft, organizationId });
        await setPassword(tx, account.id, hashes[i] ?? '');
        const totpSecret = draft.secondFactor ? newTotpSecret() : null;
        if (totpSecret) await storeTotp(tx, this.vault, account.id, totpSecret, true);
        made.push({ id: account.id, totpSecret, account });
      }
      const records = made.map(({ account }) =>
        changeRecord('account.create', 'account', null, account),
      );
      await recordAudit(tx, viewer, records);
      return made.map(({ id, totpSecret }) => ({ id, totpSecret }));
    });
  }

  /** Her own account. @throws NotPermittedError where nobody has signed in. */
  async own(viewer: Viewer): Promise<AccountView> {
    authorise(viewer, 'read', { kind: 'account', userId: viewer.userId });
    const repository = this.database.manager.getRepository(AccountEntity);
    const found = await repository.findOne({
      where: { id: viewer.userId ?? '' },
      relations: { organization: true },
    });
    const [view] = await readAccounts(this.database, this.vault, found ? [found] : []);
    if (!view) throw new NotPermittedError(false);
    return view;
  }

  /** In order of their making. */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<AccountView>> {
    authorise(viewer, 'list', { kind: 'account', userId: null });
    const repository = this.database.manager.getRepository(AccountEntity);
    const list = { where: {}, relations: { organization: true } };
    const result = await listPage(repository, 'id', list, page);
    return { ...result, items: await readAccounts(this.database, this.vault, result.items) };
  }

  /** One account, for its owner and for administrators; null for everyone else. */
  async byId(viewer: Viewer, id: string): Promise<AccountView | null> {
    const subject = { kind: 'account', userId: id } as const;
    if (!may(viewer, 'list', subject) && !may(viewer, 'read', subject)) return null;
    const repository = this.database.manager.getRepository(AccountEntity);
    const found = await repository.find({ where: { id }, relations: { organization: true } });
    const [view] = await readAccounts(this.database, this.vault, found);
    return view ?? null;
  }

  /** The account of an address. @throws NotFoundError */
  async idOf(viewer: Viewer, email: string): Promise<string> {
    authorise(viewer, 'list', { kind: 'account', userId: null });
    const index = emailIndex(this.vault, email);
    const account = await this.database.manager.findOneBy(AccountEntity, { emailIndex: index });
    if (!account) throw new NotFoundError('account');
    return account.id;
  }

  /** Whether anybody administers already. */
  async hasAdministrator(viewer: Viewer): Promise<boolean> {
    authorise(viewer, 'list', { kind: 'account', userId: null });
    const found = await this.database.query(
      `SELECT FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE a.state = 'active' AND r.role = 'administrator' LIMIT 1`,
    );
    return found.length > 0;
  }

  /** She is signed out everywhere with her next request, and cannot sign in. */
  async suspend(viewer: Viewer, id: string): Promise<void> {
    await this.take(viewer, id, 'suspend');
  }

  /** She may sign in again; the sessions of before stay ended. */
  async reinstate(viewer: Viewer, id: string): Promise<void> {
    await this.take(viewer, id, 'reinstate');
  }

  private async take(viewer: Viewer, id: string, step: AccountStep): Promise<void> {
    authorise(viewer, ACCOUNT_STEPS.action(step), { kind: 'account', userId: id });
    const facts = { ownAccount: id === viewer.userId };
    await this.database.transaction(async (tx) => {
      const before = await lockAccount(tx, id);
      if (!before) throw new NotFoundError('account');
      const taken = await takeStep(tx, ACCOUNT_STEPS, step, AccountEntity, before, facts);
      if (step === 'suspend') await endSessions(tx, id);
      await recordAudit(tx, viewer, [taken.record]);
    });
  }
}

async function refuseTaken(
  tx: Transaction,
  vault: Vault,
  drafts: readonly AccountDraft[],
): Promise<void> {
  const indexes = drafts.map(({ email }) => emailIndex(vault, email));
  const taken = await tx.query('SELECT FROM account WHERE email_index = ANY($1)', [indexes]);
  if (taken.length > 0) throw new ConflictError('There is an account of this address already.');
}
