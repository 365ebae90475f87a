import { Inject, Injectable } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import { Database, type Transaction } from '#database';
import { uuidv7 } from 'uuidv7';
import { AccountEntity } from '../account/account.entity.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { NotPermittedError } from '../errors.js';
import { NotFoundError } from '#kernel';
import { LinkMails } from '../link/link-mails.js';
import { authorise } from '../policy/policy.js';
import { randomToken, tokenHash } from '../secret-token.js';
import { AccessTokens } from '../token/access-tokens.js';
import type { Viewer } from '../viewer.js';
import { endSessions } from '../account/end-sessions.js';
import { SessionEntity } from './session.entity.js';

export interface NewSession {
  readonly accountId: string;
  readonly secondFactor: boolean;
  readonly device: string;
}

/** A session whose tokens have just been made: the refresh token is nowhere else. */
export interface OpenSession {
  readonly accountId: string;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** What whoever has signed in is given. */
export interface Tokens {
  readonly accountId: string;
  readonly accessToken: string;
  /** How long the access token lasts. */
  readonly seconds: number;
  readonly refreshToken: string;
  /** When the session ends at the latest. */
  readonly expiresAt: Date;
}

export interface SessionView {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly current: boolean;
}

interface Presented {
  readonly usedAt: Date | null;
  readonly sessionId: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  /** Neither ended, expired, unused for too long, nor of a suspended account. */
  readonly alive: boolean;
}

/** Sessions of one account that go on at the same time: more than a person looks through, and enough for all her devices. */
export const MOST_SESSIONS = 20;

/** Sessions: begun by signing in, kept up by rotating refresh tokens, ended by their owner or by a theft. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly tokens: AccessTokens,
    private readonly mails: LinkMails,
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'sessionIdleHours' | 'sessionDays'>,
  ) {}

  /**
   * Begins a session, in the transaction of what let her in; of more than {@link MOST_SESSIONS} that one ends which
   * was not used for the longest time. Writes the audit log, so call it last.
   */
  async begin(
    tx: Transaction,
    viewer: Viewer,
    { accountId, secondFactor, device }: NewSession,
  ): Promise<OpenSession> {
    const id = uuidv7();
    const [row] = await tx.query<{ expiresAt: Date }>(
      `INSERT INTO session (id, account_id, device, second_factor, expires_at)
       VALUES ($1, $2, $3, $4, now() + $5 * interval '1 day') RETURNING expires_at AS "expiresAt"`,
      [id, accountId, device, secondFactor, this.settings.sessionDays],
    );
    if (!row) throw new Error('The session was not made.');
    const refreshToken = await addRefreshToken(tx, id);
    const ended = await tx.query<{ id: string }>(
      `UPDATE session SET ended_at = now() WHERE id IN (
         SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL AND id <> $2
         ORDER BY last_used_at DESC, id DESC OFFSET $3) RETURNING id`,
      [accountId, id, MOST_SESSIONS - 1],
    );
    await recordAudit(tx, { ...viewer, name: `user:${accountId}` }, [
      changeRecord('session.begin', 'session', null, { id }),
      ...ended.map(endRecord),
    ]);
    return { accountId, sessionId: id, refreshToken, ...row };
  }

  /** The tokens of a session, once the transaction that made or renewed it is through. */
  async tokensOf(session: OpenSession): Promise<Tokens> {
    const { accountId, refreshToken, expiresAt } = session;
    const accessToken = await this.tokens.issue(session);
    return { accountId, accessToken, seconds: this.tokens.seconds, refreshToken, expiresAt };
  }

  /**
   * New tokens for a refresh token, which is used up. One that comes a second time was stolen, by whoever
   * comes first or second: then the session ends for both.
   *
   * @throws NotPermittedError for any that does not do
   */
  async refresh(viewer: Viewer, refreshToken: string): Promise<Tokens> {
    const session = await this.database.transaction(async (tx) => {
      const presented = await this.present(tx, refreshToken);
      if (!presented?.alive) return null;
      const { sessionId, accountId, expiresAt } = presented;
      if (presented.usedAt !== null) {
        await this.endStolen(tx, viewer, presented);
        return null;
      }
      await tx.query('UPDATE refresh_token SET used_at = now() WHERE hash = $1', [
        tokenHash(refreshToken),
      ]);
      await tx.query('UPDATE session SET last_used_at = now() WHERE id = $1', [sessionId]);
      const next = await addRefreshToken(tx, sessionId);
      await recordAudit(tx, { ...viewer, name: `user:${accountId}` }, [
        changeRecord('session.refresh', 'session', { id: sessionId }, { id: sessionId }),
      ]);
      return { accountId, sessionId, refreshToken: next, expiresAt };
    });
    if (!session) throw new NotPermittedError(false);
    return this.tokensOf(session);
  }

  /** Ends the session that she asks in and the one that the refresh token is of, where there are any. */
  async signOut(viewer: Viewer, refreshToken: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const presented = refreshToken === null ? null : await this.present(tx, refreshToken);
      const ids = [viewer.sessionId, presented?.sessionId].filter((id) => typeof id === 'string');
      const ended = await tx.query<{ id: string }>(
        'UPDATE session SET ended_at = now() WHERE id = ANY($1) AND ended_at IS NULL RETURNING id',
        [ids],
      );
      await recordAudit(tx, viewer, ended.map(endRecord));
    });
  }

  /** Her sessions that go on, the latest first. */
  async list(viewer: Viewer): Promise<SessionView[]> {
    authorise(viewer, 'read', { kind: 'account', userId: viewer.userId });
    const found = await this.database.manager
      .getRepository(SessionEntity)
      .createQueryBuilder('s')
      .where('s.account_id = :id AND s.ended_at IS NULL AND s.expires_at > now()', {
        id: viewer.userId,
      })
      .andWhere(`s.last_used_at > now() - :hours * interval '1 hour'`, {
        hours: this.settings.sessionIdleHours,
      })
      .orderBy('s.id', 'DESC')
      .getMany();
    return found.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      device,
      createdAt,
      lastUsedAt,
      current: id === viewer.sessionId,
    }));
  }

  /** Ends one of her sessions. @throws NotFoundError for one that is not hers, or has ended. */
  async end(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'end-sessions', { kind: 'account', userId: viewer.userId });
    await this.database.transaction(async (tx) => {
      const ended = await tx.query<{ id: string }>(
        `UPDATE session SET ended_at = now()
         WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id`,
        [id, viewer.userId],
      );
      if (ended.length === 0) throw new NotFoundError('session');
      await recordAudit(tx, viewer, ended.map(endRecord));
    });
  }

  /** Ends her sessions but the one she asks in. Gives how many. */
  async endOthers(viewer: Viewer): Promise<number> {
    authorise(viewer, 'end-sessions', { kind: 'account', userId: viewer.userId });
    const accountId = viewer.userId ?? '';
    return this.database.transaction(async (tx) => {
      const ended = await endSessions(tx, accountId, viewer.sessionId);
      await recordAudit(tx, viewer, [
        changeRecord('session.end-others', 'account', { id: accountId }, { id: accountId }),
      ]);
      return ended;
    });
  }

  private async endStolen(
    tx: Transaction,
    viewer: Viewer,
    { sessionId, accountId }: Presented,
  ): Promise<void> {
    await tx.query('UPDATE session SET ended_at = now() WHERE id = $1', [sessionId]);
    const account = await tx.manager.findOneByOrFail(AccountEntity, { id: accountId });
    await this.mails.sendNotice(tx, account, 'session-ended');
    await recordAudit(tx, viewer, [
      changeRecord('session.reuse', 'session', { id: sessionId }, null),
    ]);
  }

  /** The session is locked, so that of two who come with the same token one is the second. */
  private async present(tx: Transaction, refreshToken: string): Promise<Presented | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM session WHERE id = (SELECT session_id FROM refresh_token WHERE hash = $1) FOR UPDATE`,
      [tokenHash(refreshToken)],
    );
    if (!row) return null;
    const [presented] = await tx.query<Presented>(
      `SELECT t.used_at AS "usedAt", s.id AS "sessionId", a.id AS "accountId", s.expires_at AS "expiresAt",
         s.ended_at IS NULL AND s.expires_at > now() AND a.state = 'active'
           AND s.last_used_at > now() - $2 * interval '1 hour' AS alive
       FROM refresh_token t JOIN session s ON s.id = t.session_id JOIN account a ON a.id = s.account_id
       WHERE t.hash = $1`,
      [tokenHash(refreshToken), this.settings.sessionIdleHours],
    );
    return presented ?? null;
  }
}

async function addRefreshToken(tx: Transaction, sessionId: string): Promise<string> {
  const token = randomToken();
  await tx.query('INSERT INTO refresh_token (hash, session_id) VALUES ($1, $2)', [
    tokenHash(token),
    sessionId,
  ]);
  return token;
}

function endRecord(session: { readonly id: string }) {
  return changeRecord('session.end', 'session', session, null);
}
