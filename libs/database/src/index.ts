export { areAllOf, isOneOf } from './closed-list.js';
export { TABLE_OWNERS } from './table-owners.js';
export {
  Database,
  DatabaseUnavailableError,
  type EntityClasses,
  type NamedStatement,
  type OwnerTransaction,
  type PreparedReader,
  type Reader,
  type Transaction,
} from './database.js';
export {
  deadline,
  oncePerRequest,
  orDeadline,
  requestId,
  requestTurn,
  takeTurnsAs,
  withinRequest,
  withoutRequest,
} from './request-scope.js';
export { NamedStatements } from './named-statements.js';
export { SharedRounds } from './shared-rounds.js';
export { checkCatalogue, type CatalogueCheck } from './catalogue/check-catalogue.js';
export {
  makeBackupKey,
  readBackupFile,
  writeBackupFile,
  type BackupKey,
} from './backup/backup-file.js';
export { type BackupEnd, type BackupHead } from './backup/backup-format.js';
export { makeBackup } from './backup/make-backup.js';
export { BackupError, readBackup, restoreBackup } from './backup/restore-backup.js';
export { findingsOf, type Finding } from './catalogue/findings.js';
export { readCatalogue, type CatalogueItem } from './catalogue/read-catalogue.js';
export { withOwner, type DatabasePlace } from './owner-connection.js';
export {
  databaseProblem,
  mayPass,
  UnknownOutcomeError,
  type DatabaseProblem,
} from './database-problem.js';
export { DatabaseModule } from './database.module.js';
export { startEmbeddedPostgres, type EmbeddedServer } from './embedded/embedded-postgres.js';
export { pipeline, type SqlStatement } from './pipeline.js';
export { arrayText, Recordset } from './recordset.js';
export { listPage, listSelected } from './list-page.js';
export { migrate } from './migrate.js';
export { MIGRATIONS } from './migrations/index.js';
export { BackgroundJob } from './jobs/background-job.js';
export { jobBacklog, jobBacklogs, LATE_SECONDS, type JobBacklog } from './jobs/job-backlog.js';
export { JobNotQueuedError, type CallRequest, type JobRequest } from './jobs/job-request.js';
export { JobRunner, type JobHandler } from './jobs/job-runner.js';
export { RetentionJob } from './retention/retention-job.js';
export {
  RETENTION_DAYS,
  RETENTION_RULES,
  type RetentionRule,
} from './retention/retention-rules.js';
export {
  applyRetention,
  nextRetention,
  retentionStandings,
  retentionTable,
  type RetentionStanding,
} from './retention/retention.js';
export {
  pendingReplay,
  refuseUnlessReplayed,
  replayed,
  ReplayPendingError,
} from './backup/pending-replay.js';
