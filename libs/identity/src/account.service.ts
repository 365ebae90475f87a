import { Injectable } from '@nestjs/common';
import { Database, listSelected, type Transaction } from '#database';
import {
  ConflictError,
  InvalidInputError,
  InvalidStateError,
  type ListPage,
  type ListResult,
  NotFoundError,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { foldedWords, isCalled, type Locale } from '#vocabulary';
import { In } from 'typeorm';
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
import { OneTimeLinks } from './link/one-time-links.js';
import type { Viewer } from './viewer.js';
import { AccountEntity } from './account/account.entity.js';
import { ACCOUNT_STEPS, type AccountState, type AccountStep } from './account/account-steps.js';
import type { AccountRole } from './account/account-role.entity.js';
import type { AccountView, HeldRole } from './account/account-view.js';
import { emailIndex } from './account/email.js';
import {
  insertAccount,
  type AccountDraft,
  type AccountSnapshot,
} from './account/insert-account.js';
import { openPerson, type SealedRow } from './account/person.js';
import { lockAccount, readAccounts } from './account/read-accounts.js';
import { namesOfAccounts } from './account/staff.js';

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

/** Which accounts are listed; null is no restriction. */
export interface AccountFilter {
  /** An address, or beginnings of words of a name. */
  readonly search: string | null;
  readonly states: readonly AccountState[] | null;
  /** One of these roles is held. */
  readonly roles: readonly AccountRole[] | null;
  /** Which she coordinates. */
  readonly networkId: string | null;
  readonly organizationId: string | null;
}

const ALL_ACCOUNTS: AccountFilter = {
  search: null,
  states: null,
  roles: null,
  networkId: null,
  organizationId: null,
};

const LIST = `SELECT a.id::text AS key FROM account a
WHERE ($1::uuid[] IS NULL OR a.id = ANY($1)) AND ($2::text[] IS NULL OR a.state = ANY($2))
  AND ($3::text[] IS NULL OR EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY($3)))
  AND ($4::uuid IS NULL OR EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.network_id = $4))
  AND ($5::uuid IS NULL OR a.organization_id = $5)`;

/** Accounts: who there is, and who may no longer sign in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly hasher: PasswordHasher,
    private readonly links: OneTimeLinks,
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
  async list(
    viewer: Viewer,
    page: ListPage,
    filter: AccountFilter = ALL_ACCOUNTS,
  ): Promise<ListResult<AccountView>> {
    authorise(viewer, 'list', { kind: 'account', userId: null });
    const { search, states, roles, networkId, organizationId } = filter;
    const ids = search === null ? null : await this.sought(search);
    const result = await listSelected<{ key: string }>(
      this.database,
      LIST,
      [ids, states, roles, networkId, organizationId],
      page,
    );
    const found = await this.database.manager.getRepository(AccountEntity).find({
      where: { id: In(result.items.map(({ key }) => key)) },
      relations: { organization: true },
    });
    const views = await readAccounts(this.database, this.vault, found);
    const byId = new Map(views.map((view) => [view.id, view]));
    return { ...result, items: result.items.flatMap(({ key }) => byId.get(key) ?? []) };
  }

  /** Accounts of an address, or of people whose names have words that begin so. Names are sealed, so all are opened. */
  private async sought(search: string): Promise<string[]> {
    const rows = await this.database.query<SealedRow>(
      `SELECT id, key_id AS "keyId", sealed FROM account WHERE $1::bytea IS NULL OR email_index = $1`,
      [search.includes('@') ? emailIndex(this.vault, search) : null],
    );
    if (search.includes('@')) return rows.map(({ id }) => id);
    const typed = foldedWords(search);
    const people = await Promise.all(
      rows.map(async (row) => ({ id: row.id, ...(await openPerson(this.vault, row)) })),
    );
    return people.filter(({ name }) => isCalled([name], typed)).map(({ id }) => id);
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

  /** The names of the people to whom these accounts belong, by account. For whoever works with them. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    return namesOfAccounts(this.database, this.vault, ids);
  }

  /**
   * She is signed out everywhere with her next request, and cannot sign in. Her password and the links to her account are gone
   * for good: it may be that somebody else knows them.
   */
  async suspend(viewer: Viewer, id: string): Promise<void> {
    await this.take(viewer, id, 'suspend');
  }

  /** She may sign in again, after she has set a password by a link; the sessions of before stay ended. */
  async reinstate(viewer: Viewer, id: string): Promise<void> {
    await this.take(viewer, id, 'reinstate');
  }

  /**
   * Takes away the password of an account, if it has one: she sets another by a link.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async forgetPassword(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'forget-password', { kind: 'account', userId: id });
    await this.database.transaction(async (tx) => {
      if (!(await lockAccount(tx, id))) throw new NotFoundError('account');
      await this.withoutCredentials(tx, id);
      await recordAudit(tx, viewer, [
        changeRecord('account.forget-password', 'account', { id }, { id }),
      ]);
    });
  }

  /** Sets the language of her mails. @throws NotPermittedError where nobody has signed in */
  async setLocale(viewer: Viewer, locale: Locale): Promise<AccountView> {
    const id = viewer.userId;
    authorise(viewer, 'edit', { kind: 'account', userId: id });
    await this.database.transaction(async (tx) => {
      const before = id === null ? null : await lockAccount(tx, id);
      if (!before) throw new NotPermittedError(false);
      const [was] = await tx.query<{ locale: Locale }>('SELECT locale FROM account WHERE id = $1', [
        before.id,
      ]);
      await tx.manager.update(AccountEntity, { id: before.id }, { locale });
      await recordAudit(tx, viewer, [
        changeRecord('account.set-locale', 'account', { ...before, ...was }, { ...before, locale }),
      ]);
    });
    return this.own(viewer);
  }

  /**
   * Takes a role away, with the next request of whoever had it. A mediator keeps hers: it goes with her profile.
   *
   * @throws NotPermittedError, NotFoundError where the account has no such role, InvalidStateError,
   * InvalidInputError
   */
  async takeRole(viewer: Viewer, id: string, { role, networkId }: HeldRole): Promise<AccountView> {
    authorise(viewer, 'take-role', { kind: 'account', userId: id });
    if (role === 'mediator') {
      const message = refusal('accounts.mediatorsOwn');
      throw new InvalidInputError([{ path: 'role', code: 'NOT_PERMITTED', message }]);
    }
    await this.database.transaction(async (tx) => {
      const before = await lockAccount(tx, id);
      if (!before) throw new NotFoundError('account');
      if (role === 'administrator' && id === viewer.userId) {
        throw new InvalidStateError(refusal('accounts.ownRole'));
      }
      const taken = (held: HeldRole) => held.role === role && held.networkId === networkId;
      if (!before.roles.some(taken)) throw new NotFoundError('roleOfAccount');
      await tx.query(
        `DELETE FROM account_role WHERE account_id = $1 AND role = $2 AND network_id IS NOT DISTINCT FROM $3`,
        [id, role, networkId],
      );
      const after = { ...before, roles: before.roles.filter((held) => !taken(held)) };
      await recordAudit(tx, viewer, [changeRecord('account.take-role', 'account', before, after)]);
    });
    const view = await this.byId(viewer, id);
    if (!view) throw new NotFoundError('account');
    return view;
  }

  private async take(viewer: Viewer, id: string, step: AccountStep): Promise<void> {
    authorise(viewer, ACCOUNT_STEPS.action(step), { kind: 'account', userId: id });
    const facts = { ownAccount: id === viewer.userId };
    await this.database.transaction(async (tx) => {
      const before = await lockAccount(tx, id);
      if (!before) throw new NotFoundError('account');
      const taken = await takeStep(tx, ACCOUNT_STEPS, step, AccountEntity, before, facts);
      if (step === 'suspend') await this.withoutCredentials(tx, id);
      await recordAudit(tx, viewer, [taken.record]);
    });
  }

  /** Nothing that somebody else may have learned opens the account any more, except for her authenticator. */
  private async withoutCredentials(tx: Transaction, id: string): Promise<void> {
    await endSessions(tx, id);
    await tx.query('DELETE FROM account_password WHERE account_id = $1', [id]);
    await this.links.withdraw(tx, id, ['password-reset', 'sign-in', 'second-factor']);
  }
}

async function refuseTaken(
  tx: Transaction,
  vault: Vault,
  drafts: readonly AccountDraft[],
): Promise<void> {
  const indexes = drafts.map(({ email }) => emailIndex(vault, email));
  const taken = await tx.query('SELECT FROM account WHERE email_index = ANY($1)', [indexes]);
  if (taken.length > 0) throw new ConflictError(refusal('accounts.taken'));
}
