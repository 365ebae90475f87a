import type { Settings } from '#config';
import { Client } from 'pg';
import { DatabaseUnavailableError } from './database.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** The settings that say where the database is. */
export type DatabasePlace = Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDirectory'>;

/**
 * Runs work on one connection of the role that owns the tables, without opening or migrating the database: for
 * commands that begin before it is whole. Starts the embedded server where no database is set.
 *
 * @throws DatabaseUnavailableError with one sentence that never holds the address's password.
 */
export async function withOwner<T>(
  place: DatabasePlace,
  work: (client: Client, url: string) => Promise<T>,
): Promise<T> {
  const server = place.databaseUrl ? null : await startEmbeddedPostgres(place.dataDirectory);
  try {
    const url = place.databaseOwnerUrl ?? place.databaseUrl ?? server?.url ?? '';
    const client = new Client({ connectionString: url, options: '-c timezone=UTC' });
    // A connection that breaks fails the statement; without a listener it would end the process too.
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      throw new DatabaseUnavailableError(url, error);
    }
    try {
      return await work(client, url);
    } finally {
      await client.end();
    }
  } finally {
    await server?.release();
  }
}
