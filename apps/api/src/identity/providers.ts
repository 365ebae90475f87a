import {
  AcceptanceService,
  AccountService,
  InvitationService,
  LinkRequestService,
  OpenIdProviderService,
  OpenIdSignIn,
  OrganizationService,
  PasswordService,
  RegistrationService,
  SecondFactorService,
  ServiceAccountService,
  SessionService,
  SigningKeys,
  SignInService,
  type Identity,
} from '#identity';
import type { Provider } from '@nestjs/common';

/** The services of the room, as the resolvers ask for them. */
export function identityProviders(identity: Identity): Provider[] {
  return [
    { provide: AccountService, useValue: identity.accounts },
    { provide: OrganizationService, useValue: identity.organizations },
    { provide: PasswordService, useValue: identity.passwords },
    { provide: SecondFactorService, useValue: identity.secondFactors },
    { provide: SignInService, useValue: identity.signIn },
    { provide: SessionService, useValue: identity.sessions },
    { provide: LinkRequestService, useValue: identity.linkRequests },
    { provide: InvitationService, useValue: identity.invitations },
    { provide: AcceptanceService, useValue: identity.acceptances },
    { provide: RegistrationService, useValue: identity.registrations },
    { provide: ServiceAccountService, useValue: identity.serviceAccounts },
    { provide: OpenIdProviderService, useValue: identity.openIdProviders },
    { provide: OpenIdSignIn, useValue: identity.openIdSignIn },
    { provide: SigningKeys, useValue: identity.signingKeys },
  ];
}
