import { randomBytes } from 'node:crypto';
import { parseMasterKeys } from '#config';
import { Database } from '#database';
import { Vault, vaultEntities } from '#vault';
import { Client } from 'pg';
import { TEST_MASTER_KEYS } from './keys.js';

/** A database of this test file's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly database: Database;
  readonly vault: Vault;
  readonly url: string;
  /** A statement as the role that owns everything: what an operator, or an attacker who won, can do. */
  readonly asOwner: <Row>(sql: string) => Promise<Row[]>;
  /** Closes and drops it; fails when a connection was left open. */
  drop(): Promise<void>;
  /** Closes it, and keeps it under a name as a template for others. */
  keepAs(name: string): Promise<void>;
}

/**
 * Makes a database of its own on the run's embedded PostgreSQL.
 *
 * @param template what it is a copy of: a migrated, empty one where nothing is said
 */
export async function openTestDatabase(
  entities: readonly (new () => object)[] = [],
  template = 'baraza_template',
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copies of files cost a quarter of a copy through the log, which is what PostgreSQL does by itself.
  await onDatabase(serverUrl(), `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const database = await Database.open(
    { databaseUrl: url.href, dataDirectory: '', databasePool: 10 },
    [...vaultEntities, ...entities],
  );
  return {
    database,
    vault: await openTestVault(database),
    url: url.href,
    asOwner: (sql) => onDatabase(url.href, sql),
    drop: async () => {
      await database.close();
      await onDatabase(serverUrl(), `DROP DATABASE ${name}`);
    },
    keepAs: async (kept) => {
      await database.close();
      await onDatabase(serverUrl(), `ALTER DATABASE ${name} RENAME TO ${kept}`);
    },
  };
}

/** The keys of a database, under the master key of all tests or others (in the form of BARAZA_MASTER_KEYS). */
export async function openTestVault(database: Database, keys = TEST_MASTER_KEYS): Promise<Vault> {
  return Vault.open(database, { masterKeys: parseMasterKeys(keys), dataDirectory: '' });
}

/**
 * A template that is made at its first use and then serves the whole run: workers that want it meanwhile wait.
 *
 * @param make makes a database of that name, see `keepAs`
 */
export async function templateOnce(name: string, make: () => Promise<void>): Promise<string> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await make();
    return name;
  } finally {
    // Which unlocks it.
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.BARAZA_TEST_SERVER;
  if (!url) throw new Error('The test server is not there: run the tests with `npm test`.');
  return url;
}

/** Runs statements in a connection of their own, as the role that the address names; gives the last one's rows. */
export async function onDatabase<Row>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}
