import { DatabaseError } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { JobNotQueuedError } from './jobs/job-request.js';

/**
 * Why PostgreSQL did not do what it was asked, though nothing was wrong with that; `unknown` where it may have done it: it was
 * told to commit, and did not answer.
 */
export type DatabaseProblem = 'away' | 'full' | 'unknown';

/** The connection broke after COMMIT was sent: whether the transaction was committed is not known. */
export class UnknownOutcomeError extends Error {
  constructor(options?: ErrorOptions) {
    super('Whether the transaction was committed is not known.', options);
    this.name = 'UnknownOutcomeError';
  }
}

/** The connection that held a lock broke while work was done under it: another process may have the lock. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';

  constructor(lock: string) {
    super(`The lock ${lock} was lost.`);
  }
}

/** Errors of connections to PostgreSQL: mail servers and search engines have the same codes. */
const ofConnections = new WeakSet<Error>();

/** Says that a connection to PostgreSQL broke with this error, or did not come about. */
export function brokeConnection(error: Error): void {
  ofConnections.add(error);
}

/**
 * Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html): it stops, starts, or takes no more
 * connections; 25006 is what a server answers that has become a replica.
 */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '25006']);

/** It has no room on its disk: 53100, and where that is met while it opens or extends a file, 58030. */
const FULL = new Set(['53100', '58030']);

/** Codes of Node for connections that do not come about, or break. */
const BROKEN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What pg and its pool say without a code. */
const SAID =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** Whether an error means that PostgreSQL is away, has no room, or did not say whether it committed; null for any other. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof UnknownOutcomeError) return 'unknown';
  if (error instanceof LockLostError) return 'away';
  // TypeORM gives up a connection that breaks between two statements, and refuses the second one.
  if (error instanceof QueryRunnerAlreadyReleasedError) return 'away';
  const { driverError, code = '' } = error as { driverError?: unknown; code?: unknown };
  // TypeORM's own error holds that of pg.
  if (driverError !== undefined) return databaseProblem(driverError);
  if (typeof code !== 'string') return null;
  if (error instanceof DatabaseError) {
    if (FULL.has(code)) return 'full';
    // Class 08: the connection.
    return AWAY.has(code) || /^08\w{3}$/.test(code) ? 'away' : null;
  }
  const isBroken = BROKEN.has(code) && ofConnections.has(error);
  return isBroken || SAID.test(error.message) ? 'away' : null;
}

/**
 * Whether an error is one of PostgreSQL or its queue that may be gone when the transaction is tried again, such as a deadlock:
 * every one but that a value is not valid (classes 22 and 23). False for errors of anything else.
 */
export function mayPass(error: unknown): boolean {
  const said: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (said instanceof DatabaseError) return !/^2[23]/.test(said.code ?? '');
  return (
    error instanceof QueryFailedError ||
    error instanceof JobNotQueuedError ||
    databaseProblem(error) !== null
  );
}
