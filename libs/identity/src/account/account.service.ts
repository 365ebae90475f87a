import { listPage, type Database, type ListPage, type ListResult } from '#database';
import type { Vault } from '#vault';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { PasswordHasher } from '../credential/password-hasher.js';
import { setPassword } from '../credential/set-password.js';
import { ConflictError, InvalidStateError, NotFoundError, NotPermittedError } from '../errors.js';
import { authorise } from '../policy/policy.js';
import { endSessions } from '../session/end-sessions.js';
import type { Viewer } from '../viewer.js';
import { AccountEntity, type AccountState } from './account.entity.js';
import type { AccountView } from './account-view.js';
import { emailIndex } from './email.js';
import { insertAccount, type AccountDraft } from './insert-account.js';
import { lockAccount, readAccounts } from './read-accounts.js';

/** Accounts: who there is, and who may no longer sign in. */
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Adds an account that can sign in at once, without an invitation. @throws ConflictError */
  async create(
    viewer: Viewer,
    draft: AccountDraft & { readonly password: string },
  ): Promise<string> {
    authorise(viewer, 'create', { kind: 'account', userId: null });
    if (await this.isTaken(draft.email)) {
      throw new ConflictError('There is an account of this address already.');
    }
    const hash = await this.hasher.hash(draft.password);
    return this.database.transaction(async (tx) => {
      const account = await insertAccount(tx, this.vault, draft);
      await setPassword(tx, account.id, hash);
      await recordAudit(tx, viewer, [changeRecord('account.create', 'account', null, account)]);
      return account.id;
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

  /** She is signed out everywhere with her next request, and cannot sign in. */
  async suspend(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'suspend', { kind: 'account', userId: id });
    if (id === viewer.userId) throw new InvalidStateError('You cannot suspend yourself.');
    await this.decide(viewer, id, 'suspended', 'account.suspend');
  }

  /** She may sign in again; the sessions of before stay ended. */
  async reinstate(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'reinstate', { kind: 'account', userId: id });
    await this.decide(viewer, id, 'active', 'account.reinstate');
  }

  private async decide(
    viewer: Viewer,
    id: string,
    state: AccountState,
    action: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await lockAccount(tx, id);
      if (!before) throw new NotFoundError('account');
      if (before.state === state) throw new InvalidStateError(`The account is ${state} already.`);
      await tx.query('UPDATE account SET state = $2 WHERE id = $1', [id, state]);
      if (state === 'suspended') await endSessions(tx, id);
      const after = { ...before, state };
      await recordAudit(tx, viewer, [changeRecord(action, 'account', before, after)]);
    });
  }

  private async isTaken(email: string): Promise<boolean> {
    const index = emailIndex(this.vault, email);
    return this.database.manager.existsBy(AccountEntity, { emailIndex: index });
  }
}
