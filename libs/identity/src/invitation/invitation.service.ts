import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import {
  ConflictError,
  InvalidStateError,
  type ListPage,
  type ListResult,
  type OneResult,
} from '#kernel';
import { refusal } from '#messages';
import { sealJson, Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { In, type FindOptionsWhere } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { checkedEmail, emailIndex } from '../account/email.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { takeStep } from '../audit/take-step.js';
import { eachMadeOnce } from '../idempotency/claim.js';
import { LINK_MINUTES, LinkMails } from '../link/link-mails.js';
import { BY_HAND, OneTimeLinks, type SentToHer } from '../link/one-time-links.js';
import { authorise, hidden, may, notPermitted } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';
import { INVITATION_STEPS } from './invitation-steps.js';
import { InvitationEntity } from './invitation.entity.js';
import {
  invitationPlace,
  toInvitationView,
  type InvitationView,
  type Invited,
} from './invitation-view.js';
import { Listings } from '../listings.js';
import { checkReach, checkStands, checkTarget, type Target } from './target.js';

export interface NewInvitation extends Target {
  readonly email: string;
  readonly name?: string | null;
  /** The address is contact data that is stated of her, and nobody is shown it. */
  readonly stated?: boolean;
  /** The link is handed over and not sent. */
  readonly byHand?: boolean;
  /** Of the mail. */
  readonly locale: Locale;
}

/** Inviting people: to any role by administrators and the operator, to their own profiles by coordinators. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    private readonly listings: Listings,
  ) {}

  /**
   * Sends an invitation; whether the address has an account is neither asked nor told.
   *
   * @throws NotPermittedError, InvalidInputError, NotFoundError, ConflictError, InvalidStateError, also to a mediator whose mail
   * others may read, whatever the address
   */
  async invite(viewer: Viewer, invitation: NewInvitation): Promise<InvitationView> {
    return this.database.transaction((tx) => this.inviteIn(tx, viewer, invitation));
  }

  /**
   * Sends many invitations, each in a transaction of its own. One result for each, in their order.
   *
   * @throws InvalidInputError for too many
   */
  async inviteMany(
    viewer: Viewer,
    invitations: readonly NewInvitation[],
  ): Promise<OneResult<InvitationView>[]> {
    return eachMadeOnce(
      this.database,
      'invitations',
      invitations,
      (one) => this.invite(viewer, one),
      (_one, ids) => this.invited(viewer, ids),
    );
  }

  /**
   * The invitation that was sent before, as it is now, by the ids of what it was about.
   *
   * @throws ConflictError where it is not hers to see any more
   */
  async invited(viewer: Viewer, ids: readonly string[]): Promise<InvitationView> {
    for (const id of ids) {
      const found = await this.byId(viewer, id);
      if (found) return found;
    }
    throw new ConflictError(refusal('once.made'));
  }

  /** The same as `invite`, in a transaction of the caller's. */
  async inviteIn(
    tx: Transaction,
    viewer: Viewer,
    invitation: NewInvitation,
  ): Promise<InvitationView> {
    const entity = await this.insert(tx, viewer, invitation);
    const { mediatorId } = entity;
    if (mediatorId !== null && !(await this.listings.isMailSafe(tx, mediatorId))) {
      throw new InvalidStateError(NO_MAIL);
    }
    await this.mails.send(
      tx,
      { to: checkedEmail(invitation.email), locale: invitation.locale },
      {
        purpose: 'invitation',
        data: { invitation: entity.id },
        her: this.her(entity, invitation),
      },
    );
    await recordAudit(tx, viewer, [createRecord(entity)]);
    return toInvitationView(this.vault, viewer, entity);
  }

  /** That the viewer may invite mediators of this network. @throws NotPermittedError */
  authoriseMembers(viewer: Viewer, networkId: string): void {
    authorise(viewer, 'create', { kind: 'invitation', role: 'mediator', networkId });
  }

  /**
   * That a mediator can be invited to her profile and has not been.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError
   */
  async checkMember(tx: Transaction, viewer: Viewer, target: Target): Promise<void> {
    await this.check(tx, viewer, target);
    const open = await tx.query(
      `SELECT FROM invitation WHERE mediator_id = $1 AND state = 'open' AND expires_at > now() LIMIT 1`,
      [target.mediatorId],
    );
    if (open.length > 0) throw new ConflictError(refusal('invitations.invitedAlready'));
  }

  /**
   * For the operator, before there is a mail server, or for a mediator whose mail others may read: the link is given and not sent.
   *
   * @throws NotPermittedError, InvalidInputError, NotFoundError, ConflictError
   */
  async inviteByHand(viewer: Viewer, invitation: NewInvitation): Promise<string> {
    return this.database.transaction(async (tx) => {
      const entity = await this.insert(tx, viewer, { ...invitation, byHand: true });
      const token = await this.links.issue(tx, {
        purpose: 'invitation',
        her: this.her(entity, invitation),
        data: { invitation: entity.id, by: BY_HAND },
        ttl: LINK_MINUTES.invitation,
      });
      await recordAudit(tx, viewer, [createRecord(entity)]);
      return this.mails.address('invitation', token);
    });
  }

  /** In order of their making: all of them, or those of mediators of the networks that she coordinates. */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<InvitationView>> {
    const repository = this.database.manager.getRepository(InvitationEntity);
    const result = await listPage(repository, 'id', { where: visibleTo(viewer) }, page);
    const items = await Promise.all(
      result.items.map((entity) => toInvitationView(this.vault, viewer, entity)),
    );
    return { ...result, items };
  }

  /** One invitation that `list` gives this viewer; null where there is none. */
  async byId(viewer: Viewer, id: string): Promise<InvitationView | null> {
    const found = await this.database.manager.findOneBy(InvitationEntity, { id });
    if (!found || !may(viewer, 'list', subjectOf(found))) return null;
    return toInvitationView(this.vault, viewer, found);
  }

  /** Its link is of no use any more. @throws NotFoundError, InvalidStateError */
  async revoke(viewer: Viewer, id: string): Promise<InvitationView> {
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findOne(InvitationEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found || !may(viewer, INVITATION_STEPS.action('revoke'), subjectOf(found)))
        throw hidden(viewer, 'invitation');
      const { after, record } = await takeStep(
        tx,
        INVITATION_STEPS,
        'revoke',
        InvitationEntity,
        snapshot(found),
        undefined,
      );
      await recordAudit(tx, viewer, [record]);
      return toInvitationView(this.vault, viewer, Object.assign(found, after));
    });
  }

  /** An address that is stated of her ends the link when it is stated no more; one that somebody typed does not. */
  private her(
    { mediatorId }: InvitationEntity,
    { email, stated }: NewInvitation,
  ): SentToHer | null {
    const sentTo = stated ? emailIndex(this.vault, email) : null;
    return mediatorId === null ? null : { mediatorId, sentTo };
  }

  private async check(tx: Transaction, viewer: Viewer, target: Target): Promise<void> {
    authorise(viewer, 'create', subjectOf(target));
    checkTarget(target);
    await checkStands(tx, this.listings, target);
    await checkReach(tx, this.listings, viewer, target);
  }

  private async insert(
    tx: Transaction,
    viewer: Viewer,
    { email, name = null, stated = false, byHand = false, locale, ...target }: NewInvitation,
  ): Promise<InvitationEntity> {
    await this.check(tx, viewer, target);
    const address = checkedEmail(email);
    const id = uuidv7();
    const invited: Invited = {
      email: address,
      name,
      ...(stated && { stated }),
      ...(byHand && { byHand }),
    };
    const { keyId, sealed } = await sealJson(tx, this.vault, invited, invitationPlace(id));
    await tx.query(
      `INSERT INTO invitation (id, key_id, sealed, email_index, locale, role, network_id, mediator_id,
         organization_id, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + $11 * interval '1 minute')`,
      [
        id,
        keyId,
        sealed,
        emailIndex(this.vault, address),
        locale,
        target.role,
        target.networkId,
        target.mediatorId,
        target.organizationId,
        viewer.name,
        LINK_MINUTES.invitation,
      ],
    );
    return tx.manager.findOneByOrFail(InvitationEntity, { id });
  }
}

const NO_MAIL = refusal('invitations.mailIsRead');

function visibleTo(viewer: Viewer): FindOptionsWhere<InvitationEntity> {
  const all = { kind: 'invitation', role: 'administrator', networkId: null } as const;
  if (may(viewer, 'list', all)) return {};
  const networkIds = viewer.networkIds.filter((networkId) =>
    may(viewer, 'list', { kind: 'invitation', role: 'mediator', networkId }),
  );
  if (networkIds.length === 0) throw notPermitted(viewer);
  return { role: 'mediator', networkId: In(networkIds) };
}

function subjectOf({ role, networkId }: Pick<Target, 'role' | 'networkId'>) {
  return { kind: 'invitation', role, networkId } as const;
}

function createRecord(entity: InvitationEntity) {
  return changeRecord('invitation.create', 'invitation', null, snapshot(entity));
}

/** What the audit log takes the hash of: no address. */
function snapshot({ id, role, networkId, mediatorId, organizationId, state }: InvitationEntity) {
  return { id, role, networkId, mediatorId, organizationId, state };
}
