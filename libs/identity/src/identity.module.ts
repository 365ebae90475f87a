import { Database, DatabaseModule, type Transaction } from '#database';
import { AccountAddresses, MailModule } from '#mail';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { AccountTraceService } from './account/account-trace.service.js';
import { AccountService } from './account.service.js';
import { AccountMails, addressesBy } from './account/account-mails.js';
import { Allowances } from './allowance/allowances.js';
import { AuditService } from './audit/audit.service.js';
import { recordAudit } from './audit/record-audit.js';
import { Argon2Hasher, PasswordHasher } from './credential/password-hasher.js';
import { PasswordService } from './credential/password.service.js';
import { SecondFactorService } from './credential/second-factor.service.js';
import { identityEntities } from './entities.js';
import { AcceptanceService } from './invitation/acceptance.service.js';
import { InvitationService } from './invitation/invitation.service.js';
import { KeyService } from './keys/key.service.js';
import { LinkMails } from './link/link-mails.js';
import { Listings } from './listings.js';
import { LinkRequestService } from './link/link-request.service.js';
import { OneTimeLinks } from './link/one-time-links.js';
import { OpenIdProviderService } from './openid/openid-provider.service.js';
import { OpenIdSignIn } from './openid/openid-sign-in.js';
import { RelyingParty } from './openid/relying-party.js';
import { OrganizationService } from './organization/organization.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { identitySealedTables } from './sealed-tables.js';
import { SecurityEventLog } from './security-event/security-event-log.js';
import { SecurityEvents } from './security-event/security-events.js';
import { ServiceAccountService } from './service-account/service-account.service.js';
import { BearerViewers } from './session/bearer-viewers.js';
import { PageViewers } from './session/page-viewers.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';
import { KnownDevices } from './throttle/known-devices.js';
import { Throttle } from './throttle/throttle.js';
import { AccessTokens } from './token/access-tokens.js';
import { SigningKeys } from './token/signing-keys.js';
import { ViewerSource } from './viewer-source.js';
import { systemViewer } from './viewer.js';
import { SavedViewService } from './working/saved-view.service.js';

const providers = [
  { provide: ViewerSource, useClass: BearerViewers },
  { provide: PasswordHasher, useFactory: () => new Argon2Hasher() },
  PageViewers,
  AccountService,
  AccountTraceService,
  AccountMails,
  AuditService,
  SavedViewService,
  OrganizationService,
  PasswordService,
  SecondFactorService,
  SignInService,
  SessionService,
  OpenIdProviderService,
  OpenIdSignIn,
  RelyingParty,
  OneTimeLinks,
  LinkMails,
  Listings,
  LinkRequestService,
  InvitationService,
  AcceptanceService,
  RegistrationService,
  ServiceAccountService,
  SigningKeys,
  AccessTokens,
  SecurityEvents,
  SecurityEventLog,
  Throttle,
  KnownDevices,
  Allowances,
  KeyService,
];

const mail = MailModule.recordingBy(recordDropped);

/** Accounts, signing in, who may do what, and the audit log. */
@Module({
  imports: [DatabaseModule.forFeature(identityEntities), VaultModule, mail],
  providers,
  exports: [
    ...providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    mail,
  ],
})
export class IdentityModule {
  constructor(sealed: SealedTables, addresses: AccountAddresses, database: Database, vault: Vault) {
    sealed.add(identitySealedTables);
    addresses.answeredBy(addressesBy(database, vault));
  }
}

/** Mail stands below the audit log, so it is told here how to write what became of a mail. */
async function recordDropped(
  tx: Transaction,
  action: string,
  mailIds: readonly string[],
): Promise<void> {
  await recordAudit(
    tx,
    systemViewer('mail'),
    mailIds.map((subjectId) => ({
      action,
      subjectKind: 'mail',
      subjectId,
      beforeHash: null,
      afterHash: null,
    })),
  );
}
