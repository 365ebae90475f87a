export { OPERATOR_ACTOR, systemActor, type Actor } from './actor.js';
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
export { OPERATOR, PUBLIC_VIEWER, type Viewer } from './viewer.js';
