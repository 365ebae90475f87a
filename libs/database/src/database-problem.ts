/** Why PostgreSQL did not do what it was asked, though nothing was wrong with that. */
export type DatabaseProblem = 'away' | 'full';

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

/** Whether an error means that PostgreSQL is away, or has no room; null for any other. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Error)) return null;
  const { driverError, code = '' } = error as { driverError?: unknown; code?: unknown };
  // TypeORM's own error holds that of pg.
  if (driverError !== undefined) return databaseProblem(driverError);
  if (typeof code !== 'string') return null;
  if (FULL.has(code)) return 'full';
  // Class 08: the connection.
  const isAway = AWAY.has(code) || BROKEN.has(code) || /^08\w{3}$/.test(code);
  return isAway || SAID.test(error.message) ? 'away' : null;
}
