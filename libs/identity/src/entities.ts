import { AccountRoleEntity } from './account/account-role.entity.js';
import { AccountEntity } from './account/account.entity.js';
import { AccountPasswordEntity } from './credential/account-password.entity.js';
import { AccountTotpEntity } from './credential/account-totp.entity.js';
import { RecoveryCodeEntity } from './credential/recovery-code.entity.js';
import { IdempotencyKeyEntity } from './idempotency/idempotency-key.entity.js';
import { InvitationEntity } from './invitation/invitation.entity.js';
import { LinkRequestEntity } from './link/link-request.entity.js';
import { OneTimeLinkEntity } from './link/one-time-link.entity.js';
import { OpenIdIdentityEntity } from './openid/openid-identity.entity.js';
import { OpenIdProviderEntity } from './openid/openid-provider.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { RegistrationEntity } from './registration/registration.entity.js';
import { SecurityEventEntity } from './security-event/security-event.entity.js';
import { ServiceAccountEntity } from './service-account/service-account.entity.js';
import { RefreshTokenEntity } from './session/refresh-token.entity.js';
import { SessionEntity } from './session/session.entity.js';
import { AttemptEntity } from './throttle/attempt.entity.js';
import { SigningKeyEntity } from './token/signing-key.entity.js';
import { InboxOwnerEntity } from './working/inbox-owner.entity.js';
import { InboxSnoozeEntity } from './working/inbox-snooze.entity.js';
import { SavedViewEntity } from './working/saved-view.entity.js';

/** Every table of this module, for the connection and for the test that they agree with the migrations. */
export const identityEntities = [
  OrganizationEntity,
  AccountEntity,
  AccountRoleEntity,
  AccountPasswordEntity,
  AccountTotpEntity,
  RecoveryCodeEntity,
  OneTimeLinkEntity,
  LinkRequestEntity,
  RegistrationEntity,
  InvitationEntity,
  SessionEntity,
  RefreshTokenEntity,
  SigningKeyEntity,
  AttemptEntity,
  SecurityEventEntity,
  IdempotencyKeyEntity,
  ServiceAccountEntity,
  OpenIdProviderEntity,
  OpenIdIdentityEntity,
  SavedViewEntity,
  InboxOwnerEntity,
  InboxSnoozeEntity,
];
