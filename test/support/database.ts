import { randomBytes } from 'node:crypto';
import { Database, type EntityClasses } from '#database';
import { Client } from 'pg';

/** A database of this test file's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** A statement as the role that owns everything: what an operator, or an attacker who won, can do. */
  readonly asOwner: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  /** Closes and drops it; fails when a connection was left open. */
  drop(): Promise<void>;
}

/** Makes a fresh, migrated, empty database on the run's embedded PostgreSQL. */
export async function openTestDatabase(entities: EntityClasses = []): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE baraza_template`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const database = await Database.open(
    { databaseUrl: url.href, dataDirectory: '', databasePool: 10 },
    entities,
  );
  return {
    database,
    url: url.href,
    asOwner: (sql, parameters = []) => onServer(sql, parameters, url.href),
    drop: async () => {
      await database.close();
      await onServer(`DROP DATABASE ${name}`);
    },
  };
}

function serverUrl(): string {
  const url = process.env.BARAZA_TEST_SERVER;
  if (!url) throw new Error('The test server is not there: run the tests with `npm test`.');
  return url;
}

async function onServer<Row>(
  statement: string,
  parameters: readonly unknown[] = [],
  url = serverUrl(),
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(statement, [...parameters]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}
