export {
  SELECT_COORDINATED_NETWORKS,
  SELECT_STAFFED_ORGANIZATIONS,
} from './account/reached-by-somebody.js';
export { ACCOUNT_ROLES, type AccountRole } from './account/account-role.entity.js';
export { AccountMails, type AccountMail } from './account/account-mails.js';
export { ACCOUNT_STEPS, type AccountState } from './account/account-steps.js';
export {
  AccountService,
  type AccountFilter,
  type MadeAccount,
  type ReadyAccount,
} from './account.service.js';
export { readingOrganization } from './account/reading-organization.js';
export type { AccountView, HeldRole } from './account/account-view.js';
export type { AccountDraft } from './account/insert-account.js';
export type { Actor } from './actor.js';
export {
  allowancesOf,
  viewerKind,
  type Allowance,
  type AllowanceSettings,
  type ViewerKind,
} from './allowance/allowance.js';
export { Allowances, type Stay } from './allowance/allowances.js';
export { USAGE_KINDS } from './allowance/usage.js';
export {
  changeRecord,
  recordAudit,
  type AuditRecord,
  type ChangeRecord,
} from './audit/record-audit.js';
export {
  claimedBy,
  eachMadeOnce,
  madeOnce,
  noteGiven,
  partMadeOnce,
  underClaim,
  type Claim,
} from './idempotency/claim.js';
export { AuditService } from './audit/audit.service.js';
export {
  AuditExportError,
  auditLines,
  deedsAfter,
  type LoggedDeed,
  type LoggedSince,
} from './audit/audit-export.js';
export {
  auditHeadText,
  readAuditHead,
  SELECT_AUDIT_HEAD,
  verifyAudit,
  verifyAuditPart,
  type AuditHead,
  type AuditPart,
  type AuditVerdict,
} from './audit/verify-audit.js';
export {
  admits,
  CLEARANCES,
  narrower,
  type Audience,
  type Clearance,
  type IndexedClearance,
} from './clearance.js';
export type { Client } from './client.js';
export {
  Argon2Hasher,
  OWASP_PARAMETERS,
  type Argon2Parameters,
  PasswordHasher,
} from './credential/password-hasher.js';
export { PasswordService } from './credential/password.service.js';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './credential/password-rules.js';
export { SecondFactorService, type Enrolment } from './credential/second-factor.service.js';
export { identityEntities } from './entities.js';
export {
  BusyError,
  InvalidCredentialsError,
  InvalidTokenError,
  NotPermittedError,
  TimeoutError,
  TooManyAttemptsError,
  TooManyRequestsError,
} from './errors.js';
export { rowsOf, type PersonalDataPart } from './personal-data-part.js';
export { IdentityModule } from './identity.module.js';
export {
  identityParts,
  SELECT_HER_ACCOUNTS,
  SELECT_HER_ADDRESSES,
  SELECT_MEDIATORS_WITH_ACCOUNTS,
} from './identity-parts.js';
export { accountAddresses } from './account/account-addresses.js';
export { emailIndex } from './account/email.js';
export {
  administrators,
  coordinatorsOf,
  namesOfAccounts,
  isOfMediator,
  networksOfAccount,
  actingFor,
  organizersOf,
} from './account/staff.js';
export { stillCoordinates } from './account/still-coordinates.js';
export {
  SELECT_INBOX_OWNERS,
  SELECT_INBOX_SNOOZES,
  setInboxOwner,
  setInboxSnooze,
  type InboxPlace,
} from './working/inbox-marks.js';
export { SavedViewService, type SavedView } from './working/saved-view.service.js';
export { randomToken, tokenHash } from './secret-token.js';
export { accountOf, hasAccount, revokeInvitationsTo } from './account/merged-record.js';
export { Listings, type ListingSource, type Reached } from './listings.js';
export {
  organizationFacts,
  SELECT_VERIFIED_ORGANIZATIONS,
  type OrganizationFacts,
} from './organization/organization-facts.js';
export { AcceptanceService, type NewPerson } from './invitation/acceptance.service.js';
export {
  INVITATION_STATES,
  INVITATION_STEPS,
  type InvitationState,
} from './invitation/invitation-steps.js';
export { InvitationService, type NewInvitation } from './invitation/invitation.service.js';
export type { InvitationView } from './invitation/invitation-view.js';
export type { Target } from './invitation/target.js';
export { KeyService } from './keys/key.service.js';
export { LinkMails } from './link/link-mails.js';
export { LinkRequestService, type RequestedPurpose } from './link/link-request.service.js';
export { LINK_PURPOSES, type LinkPurpose } from './link/one-time-link.entity.js';
export { LINK_RULES, type LinkRule } from './link/link-rules.js';
export {
  OneTimeLinks,
  type NewLink,
  type RedeemedLink,
  type SentToHer,
} from './link/one-time-links.js';
export { FLOW_MINUTES } from './openid/flow.js';
export { OpenIdRefusedError, OpenIdUnavailableError } from './openid/openid-errors.js';
export {
  OpenIdProviderService,
  type OfferedProvider,
  type ProviderView,
} from './openid/openid-provider.service.js';
export { OpenIdSignIn } from './openid/openid-sign-in.js';
export type { ClaimNames, ProviderDraft } from './openid/provider-draft.js';
export { RelyingParty } from './openid/relying-party.js';
export { ORGANIZATION_KINDS, type OrganizationKind } from './organization/organization.entity.js';
export {
  ORGANIZATION_STATES,
  ORGANIZATION_STEPS,
  type OrganizationState,
} from './organization/organization-steps.js';
export {
  OrganizationService,
  type NewOrganization,
  type OrganizationFilter,
  type OrganizationView,
} from './organization/organization.service.js';
export { CONSOLE_PARTS, consolePartsOf, type ConsolePart } from './policy/console-parts.js';
export { GRANTS, ROLES, SCOPES, type Grant, type Role, type Scope } from './policy/grants.js';
export { authorise, hidden, may, notPermitted, ownMediatorId } from './policy/policy.js';
export type { ActionOn } from './policy/rules.js';
export { policyTable } from './policy/policy-table.js';
export type { Subject } from './policy/subjects.js';
export { RegistrationService, type NewRegistration } from './registration/registration.service.js';
export { identitySealedTables } from './sealed-tables.js';
export {
  kindOfRefusal,
  SECURITY_EVENT_KINDS,
  SECURITY_EVENT_MEANINGS,
  type SecurityEventKind,
} from './security-event/security-event-kinds.js';
export {
  SecurityEventLog,
  type SecurityEvent,
  type SecurityEventFilter,
} from './security-event/security-event-log.js';
export { SecurityEvents } from './security-event/security-events.js';
export {
  programFacts,
  SELECT_LIVE_PROGRAMS,
  type ProgramFacts,
} from './service-account/program-facts.js';
export {
  LONGEST_SERVICE_DAYS,
  ServiceAccountService,
  type NewServiceAccount,
  type ServiceAccountView,
} from './service-account/service-account.service.js';
export {
  MOST_SESSIONS,
  SessionService,
  type NewSession,
  type OpenSession,
  type SessionView,
  type Tokens,
} from './session/session.service.js';
export { deviceOf, deviceParts } from './session/device.js';
export { isHeldBack } from './session/to-viewer.js';
export { PageViewers } from './session/page-viewers.js';
export { SignInService, type SignInStep } from './session/sign-in.service.js';
export { clientNetwork } from './throttle/client-network.js';
export { KnownDevices } from './throttle/known-devices.js';
export { Throttle } from './throttle/throttle.js';
export { SigningKeys } from './token/signing-keys.js';
export { ViewerSource } from './viewer-source.js';
export { OPERATOR, PUBLIC_VIEWER, systemViewer, type Viewer } from './viewer.js';
export { isUuid } from './uuid.js';
export {
  AccountTraceService,
  traceKey,
  traceTable,
  type TraceEntry,
  touchedBy,
  type Touched,
} from './account/account-trace.service.js';
