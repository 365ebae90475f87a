import { Injectable } from '@nestjs/common';
import { listPage, Database } from '#database';
import {
  InvalidInputError,
  InvalidStateError,
  type ListPage,
  type ListResult,
  NotFoundError,
} from '#kernel';
import { uuidv7 } from 'uuidv7';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { Scope } from '../policy/grants.js';
import { authorise, may } from '../policy/policy.js';
import { randomToken, tokenHash } from '../secret-token.js';
import type { Viewer } from '../viewer.js';
import { ServiceAccountEntity } from './service-account.entity.js';
import { Listings } from '../listings.js';

/** By it a token is told from a person's, and found where it was left lying about. */
export const SERVICE_TOKEN_PREFIX = 'brz_';
export const LONGEST_SERVICE_DAYS = 366;

export interface NewServiceAccount {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly networkIds: readonly string[];
  /** How long its token lasts. */
  readonly days: number;
}

export interface ServiceAccountView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly networkIds: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** `YYYY-MM-DD`. */
  readonly lastUsedOn: string | null;
  readonly revokedAt: Date | null;
}

/** Programs with tokens of their own. */
@Injectable()
export class ServiceAccountService {
  constructor(
    private readonly database: Database,
    private readonly listings: Listings,
  ) {}

  /** The token is given once and is nowhere else. @throws NotPermittedError, InvalidInputError */
  async create(
    viewer: Viewer,
    { name, scopes, networkIds, days }: NewServiceAccount,
  ): Promise<{ readonly account: ServiceAccountView; readonly token: string }> {
    authorise(viewer, 'create', { kind: 'service-account' });
    const token = `${SERVICE_TOKEN_PREFIX}${randomToken()}`;
    const id = uuidv7();
    const account = await this.database.transaction(async (tx) => {
      const known = await this.listings.networks(tx, networkIds);
      if (!networkIds.every((networkId) => known.has(networkId))) {
        const message = 'One of these networks does not exist.';
        throw new InvalidInputError([{ path: 'networkIds', code: 'UNKNOWN', message }]);
      }
      await tx.query(
        `INSERT INTO service_account (id, name, token_hash, scopes, network_ids, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day')`,
        [
          id,
          name.trim(),
          tokenHash(token),
          [...new Set(scopes)],
          [...networkIds],
          viewer.name,
          days,
        ],
      );
      const view = toView(await tx.manager.findOneByOrFail(ServiceAccountEntity, { id }));
      await recordAudit(tx, viewer, [
        changeRecord('service-account.create', 'service-account', null, view),
      ]);
      return view;
    });
    return { account, token };
  }

  /** In order of their making, revoked and expired ones too. */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<ServiceAccountView>> {
    authorise(viewer, 'list', { kind: 'service-account' });
    const repository = this.database.manager.getRepository(ServiceAccountEntity);
    const result = await listPage(repository, 'id', { where: {} }, page);
    return { ...result, items: result.items.map(toView) };
  }

  /** One service account, for whoever may list them; null for everyone else. */
  async byId(viewer: Viewer, id: string): Promise<ServiceAccountView | null> {
    if (!may(viewer, 'list', { kind: 'service-account' })) return null;
    const found = await this.database.manager.findOneBy(ServiceAccountEntity, { id });
    return found && toView(found);
  }

  /** Its token is refused from the next request on. */
  async revoke(viewer: Viewer, id: string): Promise<ServiceAccountView> {
    authorise(viewer, 'revoke', { kind: 'service-account' });
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findOne(ServiceAccountEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new NotFoundError('service account');
      if (found.revokedAt) throw new InvalidStateError('The service account is revoked already.');
      await tx.query('UPDATE service_account SET revoked_at = now() WHERE id = $1', [id]);
      const view = toView(await tx.manager.findOneByOrFail(ServiceAccountEntity, { id }));
      await recordAudit(tx, viewer, [
        changeRecord('service-account.revoke', 'service-account', toView(found), view),
      ]);
      return view;
    });
  }
}

function toView(entity: ServiceAccountEntity): ServiceAccountView {
  const { id, name, scopes, networkIds, createdAt, expiresAt, lastUsedOn, revokedAt } = entity;
  return { id, name, scopes, networkIds, createdAt, expiresAt, lastUsedOn, revokedAt };
}
