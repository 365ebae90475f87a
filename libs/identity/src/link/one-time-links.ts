import { Injectable } from '@nestjs/common';
import type { Transaction } from '#database';
import { uuidv7 } from 'uuidv7';
import { NotFoundError } from '#kernel';
import { randomToken, tokenHash } from '../secret-token.js';
import type { LinkPurpose } from './one-time-link.entity.js';

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly accountId?: string | null;
  readonly mediatorId?: string | null;
  /** Ids that whoever redeems it needs; nothing personal. */
  readonly data?: Readonly<Record<string, string>>;
  /** How long it lasts, in minutes. */
  readonly ttl: number;
}

/** What a link was issued for. */
export interface RedeemedLink {
  readonly accountId: string | null;
  readonly mediatorId: string | null;
  readonly data: Readonly<Record<string, string>>;
}

/** Tokens sent by mail that do one thing, once, and not for long. */
@Injectable()
export class OneTimeLinks {
  /** Gives the token, which is nowhere else: only its SHA-256 is stored. */
  async issue(
    tx: Pick<Transaction, 'query'>,
    { purpose, accountId = null, mediatorId = null, data = {}, ttl }: NewLink,
  ): Promise<string> {
    const token = randomToken();
    await tx.query(
      `INSERT INTO one_time_link (id, token_hash, purpose, account_id, mediator_id, data, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 minute')`,
      [uuidv7(), tokenHash(token), purpose, accountId, mediatorId, JSON.stringify(data), ttl],
    );
    return token;
  }

  /**
   * Uses a link up: of two who try at once, one succeeds. What rolls back leaves it usable.
   *
   * @throws NotFoundError for one that is unknown, used, expired or for another purpose: all alike.
   */
  async redeem(
    tx: Pick<Transaction, 'query'>,
    purpose: LinkPurpose,
    token: string,
  ): Promise<RedeemedLink> {
    const [link] = await tx.query<RedeemedLink>(
      `UPDATE one_time_link SET used_at = now()
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()
       RETURNING account_id AS "accountId", mediator_id AS "mediatorId", data`,
      [tokenHash(token), purpose],
    );
    if (!link) throw new NotFoundError('link, or it has been used or has expired');
    return link;
  }

  /** What a link would do, without using it up; null for one that would do nothing. */
  async peek(
    reader: Pick<Transaction, 'query'>,
    purpose: LinkPurpose,
    token: string,
  ): Promise<RedeemedLink | null> {
    const [link] = await reader.query<RedeemedLink>(
      `SELECT account_id AS "accountId", mediator_id AS "mediatorId", data FROM one_time_link
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()`,
      [tokenHash(token), purpose],
    );
    return link ?? null;
  }

  /** Makes all links useless that were issued for this purpose and these ids. */
  async withdrawFor(
    tx: Pick<Transaction, 'query'>,
    purpose: LinkPurpose,
    data: NonNullable<NewLink['data']>,
  ): Promise<void> {
    await tx.query('DELETE FROM one_time_link WHERE purpose = $1 AND data @> $2', [
      purpose,
      JSON.stringify(data),
    ]);
  }

  /** Makes an account's links for these purposes useless, as when what they would do is done. */
  async withdraw(
    tx: Pick<Transaction, 'query'>,
    accountId: string,
    purposes: readonly LinkPurpose[],
  ): Promise<void> {
    await tx.query('DELETE FROM one_time_link WHERE account_id = $1 AND purpose = ANY($2)', [
      accountId,
      purposes,
    ]);
  }
}
