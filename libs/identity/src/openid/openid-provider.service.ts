import { Inject, Injectable } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import { Vault } from '#vault';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { InvalidInputError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { authorise } from '../policy/policy.js';
import { isUuid } from '../uuid.js';
import type { Viewer } from '../viewer.js';
import { OpenIdUnavailableError } from './openid-errors.js';
import { clientSecretPlace, OpenIdProviderEntity } from './openid-provider.entity.js';
import {
  checkProvider,
  wrongIssuer,
  type ClaimNames,
  type ProviderDraft,
} from './provider-draft.js';
import { RelyingParty } from './relying-party.js';

/** A sign-in service as administrators see it: its secret is never shown. */
export interface ProviderView {
  readonly organizationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly domains: readonly string[];
  readonly claims: ClaimNames;
  /** What the service has to know of us as its client: where it sends people back to. */
  readonly redirectUri: string;
  /** Where they begin. */
  readonly signInUri: string;
}

/** A sign-in service, ready to be used. */
export interface OpenProvider extends ProviderView {
  readonly clientSecret: string;
  /** The organization may sign its people in. */
  readonly admitted: boolean;
}

/** A sign-in service as the sign-in page offers it to everybody. */
export interface OfferedProvider {
  readonly organizationId: string;
  /** Of the organization. */
  readonly name: string;
}

type UsedSettings = Pick<Settings, 'environment' | 'publicUrl'>;

/** Sign-in services of organizations: which there are, and what each may vouch for. */
@Injectable()
export class OpenIdProviderService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly relyingParty: RelyingParty,
    @Inject(APP_SETTINGS) private readonly settings: UsedSettings,
  ) {}

  /** Sets or changes the service of an organization. @throws InvalidInputError, NotFoundError */
  async configure(viewer: Viewer, draft: ProviderDraft): Promise<ProviderView> {
    const { organizationId } = draft;
    authorise(viewer, 'configure-openid', { kind: 'organization', organizationId });
    const provider = checkProvider(draft, this.allowHttp);
    await this.discover(provider);
    return this.database.transaction(async (tx) => {
      const organization = await tx.manager.findOne(OrganizationEntity, {
        where: { id: organizationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!organization) throw new NotFoundError('organization');
      const found = await tx.manager.findOneBy(OpenIdProviderEntity, { organizationId });
      const sealer = await this.vault.sealer(tx);
      const secret = sealer.seal(provider.clientSecret, clientSecretPlace(organizationId));
      const { issuer, clientId, domains, claims } = provider;
      await tx.manager.save(OpenIdProviderEntity, {
        organizationId,
        issuer,
        clientId,
        keyId: secret.keyId,
        sealed: secret.bytes,
        domains: [...domains],
        claims,
        updatedAt: new Date(),
      });
      const view = this.toView(provider);
      await recordAudit(tx, viewer, [
        changeRecord(
          'openid.configure',
          'organization',
          found && { ...this.toView(found), id: organizationId },
          { ...view, id: organizationId },
        ),
      ]);
      return view;
    });
  }

  /** Its people sign in as others do from now on, by a link or a new password. @throws NotFoundError */
  async remove(viewer: Viewer, organizationId: string): Promise<void> {
    authorise(viewer, 'configure-openid', { kind: 'organization', organizationId });
    await this.database.transaction(async (tx) => {
      const found = await tx.manager.findOne(OpenIdProviderEntity, {
        where: { organizationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new NotFoundError('signInService');
      await tx.manager.delete(OpenIdProviderEntity, { organizationId });
      await recordAudit(tx, viewer, [
        changeRecord(
          'openid.remove',
          'organization',
          { ...this.toView(found), id: organizationId },
          null,
        ),
      ]);
    });
  }

  /** The service to sign in through. @throws NotFoundError where the organization has none. */
  async open(organizationId: string): Promise<OpenProvider> {
    const found = isUuid(organizationId)
      ? await this.database.manager.findOne(OpenIdProviderEntity, {
          where: { organizationId },
          relations: { organization: true },
        })
      : null;
    // One that was set when it was allowed is not used where it no longer is.
    if (!found || wrongIssuer(found.issuer, this.allowHttp)) {
      throw new NotFoundError('signInService');
    }
    const { keyId, sealed, organization } = found;
    const clientSecret = await this.vault.open(
      { keyId, bytes: sealed },
      clientSecretPlace(organizationId),
    );
    return {
      ...this.toView(found),
      clientSecret,
      admitted: organization.state !== 'suspended',
    };
  }

  /** Services of verified organizations, by name. */
  async offered(): Promise<OfferedProvider[]> {
    const found = await this.database.query<OfferedProvider & { readonly issuer: string }>(
      `SELECT p.organization_id AS "organizationId", p.issuer, o.name
       FROM openid_provider p JOIN organization o ON o.id = p.organization_id
       WHERE o.state = 'verified' ORDER BY o.name, o.id`,
    );
    return found.filter(({ issuer }) => !wrongIssuer(issuer, this.allowHttp));
  }

  private async discover(provider: ProviderDraft): Promise<void> {
    try {
      await this.relyingParty.discover(provider);
    } catch (error) {
      if (!(error instanceof OpenIdUnavailableError)) throw error;
      const message = refusal('openid.noIssuer');
      throw new InvalidInputError([{ path: 'issuer', code: 'UNKNOWN', message }]);
    }
  }

  /** In the clear is nothing in production. */
  private get allowHttp(): boolean {
    return this.settings.environment !== 'production';
  }

  private toView({
    organizationId,
    issuer,
    clientId,
    domains,
    claims,
  }: Omit<ProviderView, 'redirectUri' | 'signInUri'>): ProviderView {
    const signInUri = `${this.settings.publicUrl}/auth/oidc/${organizationId}`;
    const redirectUri = `${signInUri}/callback`;
    return { organizationId, issuer, clientId, domains, claims, redirectUri, signInUri };
  }
}
