export type { Actor } from './actor.js';
export { changeRecord, recordAudit, type AuditRecord } from './audit/record-audit.js';
export { verifyAudit, type AuditHead, type AuditVerdict } from './audit/verify-audit.js';
export {
  admits,
  CLEARANCES,
  narrower,
  type Audience,
  type Clearance,
  type IndexedClearance,
} from './clearance.js';
export {
  ConflictError,
  ExpectedError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  NotPermittedError,
  type InputProblem,
} from './errors.js';
export { OneTimeLinks, type NewLink, type RedeemedLink } from './link/one-time-links.js';
export type { LinkPurpose } from './link/one-time-link.entity.js';
export { identityEntities } from './entities.js';
export { OpenIdRefusedError, OpenIdUnavailableError } from './openid/openid-errors.js';
export { OpenIdProviderService, type ProviderView } from './openid/openid-provider.service.js';
export { OpenIdSignIn } from './openid/openid-sign-in.js';
export { FLOW_MINUTES } from './openid/flow.js';
export type { ClaimNames, ProviderDraft } from './openid/provider-draft.js';
export { RelyingParty } from './openid/relying-party.js';
export { GRANTS, ROLES, SCOPES, type Grant, type Role, type Scope } from './policy/grants.js';
export { authorise, may } from './policy/policy.js';
export { policyTable } from './policy/policy-table.js';
export { SessionService, type Tokens } from './session/session.service.js';
export { AccessTokens } from './token/access-tokens.js';
export { SigningKeys } from './token/signing-keys.js';
export type { Subject } from './policy/subjects.js';
export type { ViewerSource } from './viewer-source.js';
export { OPERATOR, PUBLIC_VIEWER, systemViewer, type Viewer } from './viewer.js';
