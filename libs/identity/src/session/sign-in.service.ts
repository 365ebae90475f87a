import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database, type Transaction } from '#database';
import { Vault } from '#vault';
import { emailIndex, normalizedEmail } from '../account/email.js';
import { lockAccount } from '../account/read-accounts.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { PasswordHasher } from '../credential/password-hasher.js';
import { SecondFactorService } from '../credential/second-factor.service.js';
import { setPassword } from '../credential/set-password.js';
import { InvalidCredentialsError } from '../errors.js';
import { NotFoundError } from '#kernel';
import { LINK_MINUTES } from '../link/link-mails.js';
import { OneTimeLinks } from '../link/one-time-links.js';
import { signsInByLink } from '../link/signs-in-by-link.js';
import { NotesRefusals } from '../security-event/notes-refusals.js';
import { SecurityEvents } from '../security-event/security-events.js';
import { Throttle } from '../throttle/throttle.js';
import type { Viewer } from '../viewer.js';
import { CountsSignIns } from './counts-sign-ins.js';
import { deviceOf } from './device.js';
import { type OpenSession, SessionService, type Tokens } from './session.service.js';

/** What comes of a first factor. */
export type SignInStep =
  | { readonly kind: 'signed-in'; readonly tokens: Tokens }
  /** The code of an authenticator is due; the challenge says whose, for five minutes. */
  | { readonly kind: 'second-factor'; readonly challenge: string };

type OpenStep =
  | { readonly kind: 'signed-in'; readonly session: OpenSession }
  | { readonly kind: 'second-factor'; readonly challenge: string };

interface Found {
  readonly id: string;
  readonly active: boolean;
  readonly hash: string | null;
}

/**
 * Signing in. Whoever does not know the password learns nothing: not whether the address is anybody's, nor
 * whether the account is suspended, nor whether a second factor is due; and each costs the same work.
 */
@Injectable()
export class SignInService {
  /** Verified instead of a hash that is not there. */
  private decoy: Promise<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly links: OneTimeLinks,
    private readonly secondFactors: SecondFactorService,
    private readonly sessions: SessionService,
    readonly securityEvents: SecurityEvents,
  ) {}

  /** @throws InvalidCredentialsError, TooManyAttemptsError */
  @CountsSignIns('password')
  @NotesRefusals('signIn')
  async byPassword(
    viewer: Viewer,
    client: Client,
    email: string,
    password: string,
  ): Promise<SignInStep> {
    const [found] = await this.database.query<Found>(
      `SELECT id, state = 'active' AS active, hash
       FROM account LEFT JOIN account_password ON account_id = id WHERE email_index = $1`,
      [emailIndex(this.vault, email)],
    );
    const whose = normalizedEmail(email);
    const tried = await this.throttle.enter(client, 'password', whose, found?.id);
    this.decoy ??= this.hasher.hash(randomBytes(32).toString('base64'));
    const decoy = await this.decoy;
    const right = await this.hasher.verify(found?.hash ?? decoy, password);
    if (!found?.hash || !found.active || !right) {
      throw new InvalidCredentialsError(found?.id ?? null);
    }
    const { id, hash } = found;
    const fresh = this.hasher.isOutdated(hash) ? await this.hasher.hash(password) : null;
    const step = await this.database.transaction(async (tx) => {
      if (fresh) await setPassword(tx, id, fresh);
      return this.proceed(tx, viewer, client, id);
    });
    await this.throttle.forgive(tried);
    return this.withTokens(step);
  }

  /** @throws InvalidCredentialsError for a wrong code and a challenge that is none alike, TooManyAttemptsError */
  @CountsSignIns('second-factor')
  @NotesRefusals('answerSecondFactor')
  async bySecondFactor(
    viewer: Viewer,
    client: Client,
    challenge: string,
    code: string,
  ): Promise<Tokens> {
    const { accountId } = (await this.links.look('second-factor', challenge)) ?? {};
    if (!accountId) {
      await this.throttle.enter(client);
      throw new InvalidCredentialsError();
    }
    const tried = await this.throttle.enter(client, 'code', accountId, accountId);
    const session = await this.database.transaction(async (tx) => {
      // A wrong code rolls this back, so that the challenge is good for another.
      await this.links.redeem(tx, 'second-factor', challenge);
      const account = await lockAccount(tx, accountId);
      if (account?.state !== 'active') throw new InvalidCredentialsError(accountId);
      const records = await this.secondFactors.use(tx, accountId, code);
      const device = deviceOf(client.userAgent);
      const begun = await this.sessions.begin(tx, viewer, {
        accountId,
        secondFactor: true,
        device,
      });
      await recordAudit(tx, { ...viewer, name: `user:${accountId}` }, records);
      return begun;
    });
    await this.throttle.forgive(tried);
    return this.sessions.tokensOf(session);
  }

  /** By the link of a mail, which only mediators are sent. @throws NotFoundError, TooManyAttemptsError */
  @CountsSignIns('link')
  @NotesRefusals('signInWithLink')
  async byLink(viewer: Viewer, client: Client, token: string): Promise<SignInStep> {
    const tried = await this.throttle.enter(client);
    const step = await this.database.transaction(async (tx) => {
      const { accountId } = await this.links.redeem(tx, 'sign-in', token);
      const account = accountId === null ? null : await lockAccount(tx, accountId);
      if (account?.state !== 'active' || !signsInByLink(account.roles)) {
        throw new NotFoundError('linkUsed');
      }
      return this.proceed(tx, viewer, client, account.id);
    });
    await this.throttle.forgive(tried);
    return this.withTokens(step);
  }

  /** The first factor was right. */
  private async proceed(
    tx: Transaction,
    viewer: Viewer,
    client: Client,
    accountId: string,
  ): Promise<OpenStep> {
    if (await this.secondFactors.isEnrolled(tx, accountId)) {
      const ttl = LINK_MINUTES['second-factor'];
      const challenge = await this.links.issue(tx, { purpose: 'second-factor', accountId, ttl });
      return { kind: 'second-factor', challenge };
    }
    const device = deviceOf(client.userAgent);
    const session = await this.sessions.begin(tx, viewer, {
      accountId,
      secondFactor: false,
      device,
    });
    return { kind: 'signed-in', session };
  }

  private async withTokens(step: OpenStep): Promise<SignInStep> {
    if (step.kind === 'second-factor') return step;
    return { kind: 'signed-in', tokens: await this.sessions.tokensOf(step.session) };
  }
}
