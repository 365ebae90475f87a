import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { uuidv7 } from 'uuidv7';
import { NotFoundError } from '#kernel';
import { hasAccount } from '../account/merged-record.js';
import { Listings } from '../listings.js';
import { randomToken, tokenHash } from '../secret-token.js';
import { LINK_RULES } from './link-rules.js';
import type { LinkPurpose } from './one-time-link.entity.js';

/** What `by` of the data says of a link that was handed over and never sent: no mailbox can give it away. */
export const BY_HAND = 'hand';

/** The mediator whom a link is for, and where it is sent. */
export interface SentToHer {
  readonly mediatorId: string;
  /** Blind index of the address or number; null where whoever sends it typed it, and it is nowhere stated of her. */
  readonly sentTo: Buffer | null;
}

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly accountId?: string | null;
  readonly her?: SentToHer | null;
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

interface Found extends RedeemedLink {
  readonly sentTo: Buffer | null;
}

const FOUND = `account_id AS "accountId", mediator_id AS "mediatorId", data, sent_to AS "sentTo"`;

/**
 * Tokens sent by mail that do one thing, and not for long. What ends each kind is in `LINK_RULES`: a link that was sent where
 * mails to a mediator go no more, or that she does not need since she has an account, reads as one that never was.
 */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly listings: Listings,
  ) {}

  /** Gives the token, which is nowhere else: only its SHA-256 is stored. */
  async issue(
    tx: Pick<Transaction, 'query'>,
    { purpose, accountId = null, her = null, data = {}, ttl }: NewLink,
  ): Promise<string> {
    const token = randomToken();
    await tx.query(
      `INSERT INTO one_time_link (id, token_hash, purpose, account_id, mediator_id, data, expires_at, sent_to)
       VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 minute', $8)`,
      [
        uuidv7(),
        tokenHash(token),
        purpose,
        accountId,
        her?.mediatorId ?? null,
        JSON.stringify(data),
        ttl,
        her?.sentTo ?? null,
      ],
    );
    return token;
  }

  /**
   * Uses a link up: of two who try at once, one succeeds. What rolls back leaves it usable.
   *
   * @throws NotFoundError for one that is unknown, used, expired or for another purpose: all alike.
   */
  async redeem(tx: Transaction, purpose: LinkPurpose, token: string): Promise<RedeemedLink> {
    const [link] = await tx.query<Found>(
      `UPDATE one_time_link SET used_at = now()
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now() RETURNING ${FOUND}`,
      [tokenHash(token), purpose],
    );
    const good = link ? await this.asItStands(tx, purpose, link) : null;
    if (!good) throw new NotFoundError('linkUsed');
    return good;
  }

  /** What a link would do, without using it up; null for one that would do nothing. */
  async peek(tx: Transaction, purpose: LinkPurpose, token: string): Promise<RedeemedLink | null> {
    const [link] = await tx.query<Found>(
      `SELECT ${FOUND} FROM one_time_link
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()`,
      [tokenHash(token), purpose],
    );
    return link ? this.asItStands(tx, purpose, link) : null;
  }

  /** The same in a transaction of its own. */
  async look(purpose: LinkPurpose, token: string): Promise<RedeemedLink | null> {
    return this.database.transaction((tx) => this.peek(tx, purpose, token));
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

  /** The link, unless her address or her account has ended it. */
  private async asItStands(
    tx: Transaction,
    purpose: LinkPurpose,
    { sentTo, ...link }: Found,
  ): Promise<RedeemedLink | null> {
    const { boundToAddress, endsWithAccount } = LINK_RULES[purpose];
    if (link.mediatorId === null || !(boundToAddress || endsWithAccount)) return link;
    const her = await this.listings.reached(tx, link.mediatorId);
    if (!her) return null;
    if (boundToAddress && sentTo && !her.at.some((each) => each.equals(sentTo))) return null;
    if (endsWithAccount && (await hasAccount(tx, her.id))) return null;
    // An address that a coordinator typed is stated of nobody; that others may read her mail is said of every address.
    const isTyped = purpose === 'invitation' && !sentTo && link.data.by !== BY_HAND;
    return isTyped && !(await this.listings.isMailSafe(tx, her.id)) ? null : link;
  }
}
