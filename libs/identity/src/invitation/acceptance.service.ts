import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Vault } from '#vault';
import { completeAccount } from './complete-account.js';
import { emailIndex } from '../account/email.js';
import { insertAccount } from '../account/insert-account.js';
import { lockAccount } from '../account/read-accounts.js';
import { changeRecord, recordAudit, type ChangeRecord } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { PasswordService } from '../credential/password.service.js';
import { setPassword } from '../credential/set-password.js';
import { type InputProblem, InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { OneTimeLinks, type RedeemedLink } from '../link/one-time-links.js';
import { Throttle } from '../throttle/throttle.js';
import type { Viewer } from '../viewer.js';
import { INVITATION_STEPS } from './invitation-steps.js';
import { InvitationEntity } from './invitation.entity.js';
import { openInvited, type Invited } from './invitation-view.js';
import { Listings } from '../listings.js';
import { checkStands, type Target } from './target.js';

/** What the invited says of herself; nothing where she has an account already. */
export interface NewPerson {
  readonly name: string | null;
  readonly password: string | null;
}

interface Accepted {
  readonly accountId: string;
  readonly records: readonly ChangeRecord[];
}

/** Accepting an invitation by its link. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
    private readonly links: OneTimeLinks,
    private readonly passwords: PasswordService,
    private readonly listings: Listings,
  ) {}

  /** What a link invites to, without using it up. @throws NotFoundError, TooManyAttemptsError */
  async peek(client: Client, token: string): Promise<Target> {
    const tried = await this.throttle.enter(client);
    const link = await this.links.look('invitation', token);
    const id = link?.data.invitation;
    const found =
      id === undefined
        ? null
        : await this.database.manager.findOneBy(InvitationEntity, { id, state: 'open' });
    if (!found) throw noSuchLink();
    await this.throttle.forgive(tried);
    const { role, networkId, mediatorId, organizationId } = found;
    return { role, networkId, mediatorId, organizationId };
  }

  /**
   * Makes her account, or adds to the one that she is signed in to, whose address it must be.
   *
   * @throws NotFoundError, InvalidInputError, InvalidStateError, ConflictError, TooManyAttemptsError; the
   * link stays good then
   */
  async accept(viewer: Viewer, client: Client, token: string, person: NewPerson): Promise<Target> {
    const tried = await this.throttle.enter(client);
    const target = await this.database.transaction(async (tx) => {
      const invitation = await this.open(tx, await this.links.redeem(tx, 'invitation', token));
      await checkStands(tx, this.listings, invitation);
      const { accountId, records } = await this.apply(tx, viewer, invitation, person);
      const { id, role, networkId, mediatorId, organizationId } = invitation;
      const state = INVITATION_STEPS.take('accept', invitation.state);
      await tx.manager.update(InvitationEntity, { id }, { state });
      await recordAudit(tx, { ...viewer, name: `user:${accountId}` }, [
        ...records,
        changeRecord(INVITATION_STEPS.audit('accept'), 'invitation', { id }, { id }),
      ]);
      return { role, networkId, mediatorId, organizationId };
    });
    await this.throttle.forgive(tried);
    return target;
  }

  private async open(tx: Transaction, { data }: RedeemedLink): Promise<InvitationEntity> {
    const invitation = await tx.manager.findOne(InvitationEntity, {
      where: { id: data.invitation ?? '', state: 'open' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!invitation) throw noSuchLink();
    return invitation;
  }

  private async apply(
    tx: Transaction,
    viewer: Viewer,
    invitation: InvitationEntity,
    person: NewPerson,
  ): Promise<Accepted> {
    const invited = await openInvited(this.vault, invitation);
    const [existing] = await tx.query<{ id: string }>(
      'SELECT id FROM account WHERE email_index = $1',
      [emailIndex(this.vault, invited.email)],
    );
    return existing
      ? this.addTo(tx, viewer, existing.id, invitation)
      : this.make(tx, invited, invitation, person);
  }

  private async addTo(
    tx: Transaction,
    viewer: Viewer,
    accountId: string,
    invitation: InvitationEntity,
  ): Promise<Accepted> {
    if (viewer.userId !== accountId) {
      throw new InvalidStateError(refusal('accounts.signInThenAccept'));
    }
    const before = await lockAccount(tx, accountId);
    if (!before) throw noSuchLink();
    const { mediatorId, organizationId } = invitation;
    const role = roleOf(invitation);
    const after = await completeAccount(tx, before, { role, mediatorId, organizationId });
    return { accountId, records: [changeRecord('account.extend', 'account', before, after)] };
  }

  private async make(
    tx: Transaction,
    { email, name: suggested, byHand }: Invited,
    invitation: InvitationEntity,
    person: NewPerson,
  ): Promise<Accepted> {
    const { password } = person;
    const name = person.name ?? suggested;
    const problems = Object.entries({ name, password })
      .filter(([, value]) => value === null || value.trim() === '')
      .map(([path]): InputProblem => ({
        path,
        code: 'MISSING',
        message: refusal('invitations.newAccountNeeds'),
      }));
    if (name === null || password === null || problems.length > 0) {
      throw new InvalidInputError(problems);
    }
    const hash = await this.passwords.hashOf(password, { email, name });
    const { locale, mediatorId, organizationId } = invitation;
    const roles = [roleOf(invitation)];
    const draft = { email, name, locale, mediatorId, organizationId, roles, unproved: byHand };
    const account = await insertAccount(tx, this.vault, draft);
    await setPassword(tx, account.id, hash);
    const record = changeRecord('account.create', 'account', null, account);
    return { accountId: account.id, records: [record] };
  }
}

function roleOf({ role, networkId }: InvitationEntity) {
  return { role, networkId: role === 'coordinator' ? networkId : null };
}

function noSuchLink(): NotFoundError {
  return new NotFoundError('linkUsed');
}
