import { AccountsResolver } from './accounts.resolver.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { OpenIdResolver } from './openid.resolver.js';
import { PasswordsResolver } from './passwords.resolver.js';
import { RegistrationResolver } from './registration.resolver.js';
import { SecondFactorResolver } from './second-factor.resolver.js';
import { ServiceAccountsResolver } from './service-accounts.resolver.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';

/** All that concerns signing in and who may. */
export const IDENTITY_RESOLVERS = [
  SignInResolver,
  SessionsResolver,
  PasswordsResolver,
  SecondFactorResolver,
  RegistrationResolver,
  InvitationsResolver,
  AccountsResolver,
  ServiceAccountsResolver,
  OpenIdResolver,
];
