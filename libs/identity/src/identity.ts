import type { Settings } from '#config';
import type { Database, JobHandler } from '#database';
import type { Vault } from '#vault';
import { AccountService } from './account/account.service.js';
import type { AllowanceSettings } from './allowance/allowance.js';
import { Allowances } from './allowance/allowances.js';
import { Argon2Hasher, type PasswordHasher } from './credential/password-hasher.js';
import { PasswordService } from './credential/password.service.js';
import { SecondFactorService } from './credential/second-factor.service.js';
import { AcceptanceService } from './invitation/acceptance.service.js';
import { InvitationService } from './invitation/invitation.service.js';
import { LinkMails } from './link/link-mails.js';
import { LinkRequestService } from './link/link-request.service.js';
import { OneTimeLinks } from './link/one-time-links.js';
import { OpenIdProviderService } from './openid/openid-provider.service.js';
import { OpenIdSignIn } from './openid/openid-sign-in.js';
import { RelyingParty } from './openid/relying-party.js';
import { OrganizationService } from './organization/organization.service.js';
import { Purge } from './purge.js';
import { RegistrationService } from './registration/registration.service.js';
import { ServiceAccountService } from './service-account/service-account.service.js';
import { BearerViewers } from './session/bearer-viewers.js';
import { PageViewers } from './session/page-viewers.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';
import { KnownDevices } from './throttle/known-devices.js';
import { Throttle } from './throttle/throttle.js';
import { AccessTokens } from './token/access-tokens.js';
import { SigningKeys } from './token/signing-keys.js';
import type { ViewerSource } from './viewer-source.js';

export type IdentitySettings = Pick<
  Settings,
  'environment' | 'publicUrl' | 'accessTokenMinutes' | 'sessionIdleHours' | 'sessionDays'
> &
  AllowanceSettings;

/** Every service of this room. */
export interface Identity {
  readonly viewers: ViewerSource;
  readonly pageViewers: PageViewers;
  readonly accounts: AccountService;
  readonly organizations: OrganizationService;
  readonly passwords: PasswordService;
  readonly secondFactors: SecondFactorService;
  readonly signIn: SignInService;
  readonly sessions: SessionService;
  readonly openIdProviders: OpenIdProviderService;
  readonly openIdSignIn: OpenIdSignIn;
  readonly links: OneTimeLinks;
  readonly linkRequests: LinkRequestService;
  readonly invitations: InvitationService;
  readonly acceptances: AcceptanceService;
  readonly registrations: RegistrationService;
  readonly serviceAccounts: ServiceAccountService;
  readonly signingKeys: SigningKeys;
  readonly tokens: AccessTokens;
  readonly throttle: Throttle;
  readonly knownDevices: KnownDevices;
  readonly allowances: Allowances;
  readonly jobs: readonly JobHandler[];
}

/** Puts the room together by hand: who uses whom can be read here. */
export function createIdentity(
  database: Database,
  vault: Vault,
  settings: IdentitySettings,
  hasher: PasswordHasher = new Argon2Hasher(),
): Identity {
  const links = new OneTimeLinks();
  const mails = new LinkMails(vault, links, settings);
  const knownDevices = new KnownDevices(vault);
  const throttle = new Throttle(database, vault, knownDevices);
  const signingKeys = new SigningKeys(database, vault, settings.accessTokenMinutes);
  const tokens = new AccessTokens(signingKeys, settings);
  const sessions = new SessionService(database, tokens, mails, settings);
  const passwords = new PasswordService(database, vault, hasher, throttle, links, mails);
  const secondFactors = new SecondFactorService(database, vault, throttle, passwords, links, mails);
  const relyingParty = new RelyingParty();
  const openIdProviders = new OpenIdProviderService(database, vault, relyingParty, settings);
  const linkRequests = new LinkRequestService(database, vault, throttle, links, mails);
  const registrations = new RegistrationService(database, vault, throttle, links, mails, passwords);
  return {
    viewers: new BearerViewers(database, tokens),
    pageViewers: new PageViewers(database),
    accounts: new AccountService(database, vault, hasher),
    organizations: new OrganizationService(database),
    passwords,
    secondFactors,
    signIn: new SignInService(database, vault, hasher, throttle, links, secondFactors, sessions),
    sessions,
    openIdProviders,
    openIdSignIn: new OpenIdSignIn(
      database,
      vault,
      openIdProviders,
      relyingParty,
      sessions,
      throttle,
    ),
    links,
    linkRequests,
    invitations: new InvitationService(database, vault, links, mails),
    acceptances: new AcceptanceService(database, vault, throttle, links, passwords),
    registrations,
    serviceAccounts: new ServiceAccountService(database),
    signingKeys,
    tokens,
    throttle,
    knownDevices,
    allowances: new Allowances(database, vault, settings),
    jobs: [signingKeys, linkRequests, registrations, new Purge(database)],
  };
}
