import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { emailIndex } from '../account/email.js';
import { insertAccount, type AccountSnapshot } from '../account/insert-account.js';
import { AccountEntity } from '../account/account.entity.js';
import type { Person } from '../account/person.js';
import { lockAccount } from '../account/read-accounts.js';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { CountsSignIns } from '../session/counts-sign-ins.js';
import { deviceOf } from '../session/device.js';
import { SessionService, type Tokens } from '../session/session.service.js';
import { Throttle } from '../throttle/throttle.js';
import type { Viewer } from '../viewer.js';
import { readFlow, signFlow } from './flow.js';
import { isOfOrganizationOnly } from './leave-openid.js';
import { OpenIdRefusedError } from './openid-errors.js';
import { OpenIdIdentityEntity, subjectIndex } from './openid-identity.entity.js';
import { OpenIdProviderService, type OpenProvider } from './openid-provider.service.js';
import { RelyingParty } from './relying-party.js';
import { checkTenant, vouchedPerson } from './vouched-person.js';

/** What comes back from the service. */
export interface Answer {
  /** Of the address that the browser was sent back to, with its `?`. */
  readonly query: string;
  /** What `begin` gave the browser to keep. */
  readonly kept: string | undefined;
  /** Of the mails to somebody who comes for the first time. */
  readonly locale: Locale;
  readonly client: Client;
}

/** Somebody whom the service has confirmed. */
interface Confirmed {
  readonly index: Buffer;
  /** Asked for only where she has no account yet. @throws OpenIdRefusedError */
  readonly person: () => Person;
}

/**
 * Signs people in through the service of their organization. Whose account it is, is decided by issuer and
 * subject and by nothing else; an address, however verified, opens no account that is there already.
 */
@Injectable()
export class OpenIdSignIn {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly providers: OpenIdProviderService,
    private readonly relyingParty: RelyingParty,
    private readonly sessions: SessionService,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Where the browser goes, and what it keeps until it is back.
   *
   * @throws NotFoundError, OpenIdRefusedError, OpenIdUnavailableError
   */
  async begin(
    organizationId: string,
  ): Promise<{ readonly address: string; readonly kept: string }> {
    const provider = await this.admitting(organizationId);
    const { flow, address } = await this.relyingParty.begin(
      provider,
      organizationId,
      provider.redirectUri,
    );
    return { address, kept: signFlow(this.vault, flow, Date.now()) };
  }

  /**
   * The tokens of a new session. The first time makes an organizer's account, where the organization
   * vouches for a verified address that has none.
   *
   * @throws NotFoundError, OpenIdRefusedError, OpenIdUnavailableError, TooManyAttemptsError
   */
  @CountsSignIns('openid')
  async finish(viewer: Viewer, organizationId: string, answer: Answer): Promise<Tokens> {
    const flow = readFlow(this.vault, answer.kept, { organizationId, now: Date.now() });
    const provider = await this.admitting(organizationId);
    // Each answer makes us ask the service: whoever makes them up must not make it weary of us.
    const tried = await this.throttle.enter(answer.client);
    const back = new URL(provider.redirectUri);
    back.search = answer.query;
    const claims = await this.relyingParty.finish(provider, flow, back, provider.claims.email);
    checkTenant(provider, claims);
    const confirmed = {
      index: subjectIndex(this.vault, { issuer: claims.iss, subject: claims.sub }),
      person: () => vouchedPerson(provider, claims),
    };
    const session = await this.database.transaction(async (tx) => {
      const account =
        (await this.known(tx, confirmed)) ??
        (await this.join(tx, viewer, provider, confirmed, answer));
      const { id: accountId, state, roles } = account;
      const theirs = account.organizationId === organizationId;
      if (!theirs || state !== 'active' || !isOfOrganizationOnly(roles)) {
        throw new OpenIdRefusedError('not-permitted');
      }
      const device = deviceOf(answer.client.userAgent);
      return this.sessions.begin(tx, viewer, { accountId, secondFactor: false, device });
    });
    await this.throttle.forgive(tried);
    return this.sessions.tokensOf(session);
  }

  private async admitting(organizationId: string): Promise<OpenProvider> {
    const provider = await this.providers.open(organizationId);
    if (!provider.admitted) throw new OpenIdRefusedError('not-permitted');
    return provider;
  }

  /** Two who come for the first time at once take turns. */
  private async known(tx: Transaction, { index }: Confirmed): Promise<AccountSnapshot | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `openid:${index.toString('hex')}`,
    ]);
    const [link] = await tx.query<{ accountId: string }>(
      'SELECT account_id AS "accountId" FROM openid_identity WHERE subject_index = $1',
      [index],
    );
    return link ? lockAccount(tx, link.accountId) : null;
  }

  private async join(
    tx: Transaction,
    viewer: Viewer,
    { organizationId }: OpenProvider,
    { index, person }: Confirmed,
    { locale }: Answer,
  ): Promise<AccountSnapshot> {
    const draft = person();
    const taken = await tx.manager.existsBy(AccountEntity, {
      emailIndex: emailIndex(this.vault, draft.email),
    });
    if (taken) throw new OpenIdRefusedError('taken');
    const account = await insertAccount(tx, this.vault, {
      ...draft,
      locale,
      organizationId,
      roles: [{ role: 'organizer', networkId: null }],
    });
    await tx.manager.insert(OpenIdIdentityEntity, { subjectIndex: index, accountId: account.id });
    await recordAudit(tx, { ...viewer, name: 'system:openid' }, [
      changeRecord('account.create', 'account', null, account),
    ]);
    return account;
  }
}
