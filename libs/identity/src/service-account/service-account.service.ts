import { Injectable } from '@nestjs/common';
import { Database, listSelected } from '#database';
import {
  InvalidInputError,
  InvalidStateError,
  type ListPage,
  type ListResult,
  NotFoundError,
} from '#kernel';
import { refusal } from '#messages';
import { In } from 'typeorm';
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

/** All of them, as the policy sees them. */
const ANY = { kind: 'service-account', networkId: null } as const;

const LIST = `SELECT id::text AS key FROM service_account
WHERE $1::uuid[] IS NULL OR (cardinality(network_ids) = 1 AND network_ids[1] = ANY($1))`;

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
    authorise(viewer, 'create', ANY);
    const token = `${SERVICE_TOKEN_PREFIX}${randomToken()}`;
    const id = uuidv7();
    const account = await this.database.transaction(async (tx) => {
      const known = await this.listings.networks(tx, networkIds);
      if (!networkIds.every((networkId) => known.has(networkId))) {
        const message = refusal('programs.noSuchNetwork');
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

  /** In order of their making, revoked and expired ones too; for a coordinator, those of her networks alone. */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<ServiceAccountView>> {
    const own = viewer.networkIds.filter((networkId) =>
      may(viewer, 'list', { kind: 'service-account', networkId }),
    );
    if (own.length === 0) authorise(viewer, 'list', ANY);
    const networks = may(viewer, 'list', ANY) ? null : own;
    const result = await listSelected<{ key: string }>(this.database, LIST, [networks], page);
    const found = await this.database.manager.findBy(ServiceAccountEntity, {
      id: In(result.items.map(({ key }) => key)),
    });
    const byId = new Map(found.map((one) => [one.id, toView(one)]));
    return { ...result, items: result.items.flatMap(({ key }) => byId.get(key) ?? []) };
  }

  /** One service account, for whoever may list them; null for everyone else. */
  async byId(viewer: Viewer, id: string): Promise<ServiceAccountView | null> {
    const found = await this.database.manager.findOneBy(ServiceAccountEntity, { id });
    const [networkId = null, ...others] = found?.networkIds ?? [];
    const of = {
      kind: 'service-account',
      networkId: others.length > 0 ? null : networkId,
    } as const;
    return found && may(viewer, 'list', of) ? toView(found) : null;
  }

  /** Its token is refused from the next request on. */
  async revoke(viewer: Viewer, id: string): Promise<ServiceAccountView> {
    authorise(viewer, 'revoke', ANY);
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findOne(ServiceAccountEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new NotFoundError('serviceAccount');
      if (found.revokedAt) throw new InvalidStateError(refusal('programs.revokedAlready'));
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
