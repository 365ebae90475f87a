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
export { GRANTS, ROLES, SCOPES, type Grant, type Role, type Scope } from './policy/grants.js';
export { authorise, may } from './policy/policy.js';
export { policyTable } from './policy/policy-table.js';
export type { Subject } from './policy/subjects.js';
export type { ViewerSource } from './viewer-source.js';
export { OPERATOR, PUBLIC_VIEWER, systemViewer, type Viewer } from './viewer.js';
