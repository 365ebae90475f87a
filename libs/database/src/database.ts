import type { Settings } from '#config';
import type { OnApplicationShutdown } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntitySchema,
  type MixedList,
  type QueryRunner,
} from 'typeorm';
import { Client, Pool, type QueryResultRow } from 'pg';
import { cancellingClient, ContextPool } from './cancelling-client.js';
import { LockLostError } from './database-problem.js';
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded/embedded-postgres.js';
import { queueJob, type CallRequest, type JobRequest } from './jobs/job-request.js';
import { migrate } from './migrate.js';

/**
 * What a page out of order costs on a disk without moving parts. With PostgreSQL's own 4 it reads whole
 * tables where an index would do: a search took ten times as long.
 */
const PLANNER = '-c random_page_cost=1.1';
/** Days are days of UTC, in whichever zone the server is. */
const UTC = '-c timezone=UTC';
/** The application works as a role that can do less than the one that migrates. */
const OPTIONS = `${PLANNER} ${UTC} -c role=baraza_app`;

/**
 * Seconds after which whoever waits for a connection is told that there is none, and sooner where requests are shorter: but
 * later than these end, so that a request that waited for others is told that it took too long.
 */
const CONNECT_SECONDS = 10;

/** Whoever waits for a server that is gone, and never said so, is told: jobs have no deadline. */
const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 } as const;

/** Milliseconds after which cancelling is given up: a server that runs does it at once. */
const CANCEL_MS = 2_000;

/** The entity classes of the modules above: each has its own list. */
export type EntityClasses = MixedList<(new () => object) | EntitySchema>;

/**
 * One transaction. Inside it no other handle to the database exists: what is read, written and
 * queued goes through here, and all of it happens or none.
 */
export interface Transaction {
  readonly manager: EntityManager;
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Queues a background job that runs only if, and only after, this transaction commits. @throws JobNotQueuedError */
  addJob(request: JobRequest | CallRequest): Promise<void>;
  /** Keyed hash (hex) of a text, by a key that is not in the database. @throws where no vault is open. */
  fingerprint(text: string): string;
}

/** What maintenance may use: one transaction of the role that owns the tables. */
export type OwnerTransaction = Pick<Transaction, 'query' | 'fingerprint'>;

/** A statement that only reads, outside any transaction. */
export interface Reader {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A statement under a name of its own, which no other statement has. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** A reader for statements that requests ask again and again. */
export interface PreparedReader extends Reader {
  /** Like `query`, for a statement that each connection parses and plans once. */
  queryPrepared<Row>(statement: NamedStatement, parameters: readonly unknown[]): Promise<Row[]>;
}

/** The one way to PostgreSQL: a pool of connections, transactions and migrations. */
export class Database implements PreparedReader, OnApplicationShutdown {
  private fingerprint: ((text: string) => string) | null = null;

  private constructor(
    private readonly source: DataSource,
    /** For what TypeORM cannot do: connections of one's own, and statements with a name. */
    readonly pool: Pool,
    readonly url: string,
    private readonly ownerUrl: string,
    private readonly server: EmbeddedServer | null,
    /** Cancels statements of requests that have ended. */
    private readonly canceller: Pool,
  ) {}

  /**
   * Connects, starting the embedded server where no `databaseUrl` is set, and migrates.
   *
   * @throws DatabaseUnavailableError with one sentence that never holds the address's password.
   */
  static async open(
    settings: Pick<Settings, 'databaseUrl' | 'dataDirectory' | 'databasePool'> &
      Partial<Pick<Settings, 'databaseOwnerUrl' | 'requestSeconds'>>,
    entities: EntityClasses,
  ): Promise<Database> {
    const server = settings.databaseUrl
      ? null
      : await startEmbeddedPostgres(settings.dataDirectory);
    const url = settings.databaseUrl ?? server?.url ?? '';
    const ownerUrl = settings.databaseOwnerUrl ?? url;
    const { requestSeconds = CONNECT_SECONDS } = settings;
    const patience = (Math.min(CONNECT_SECONDS, requestSeconds) + 1) * 1_000;
    // One connection of its own, opened when it is needed: the others may all wait for what is cancelled. It
    // keeps the role that connects, for the application's own role may not cancel what that one began.
    const canceller = new Pool({
      connectionString: url,
      max: 1,
      connectionTimeoutMillis: CANCEL_MS,
      query_timeout: CANCEL_MS,
    });
    const CancellingClient = cancellingClient(async (processId) => {
      // A statement that cannot be cancelled ends by itself.
      await canceller.query('SELECT pg_cancel_backend($1)', [processId]).catch(() => undefined);
    });
    const pool = new ContextPool({
      connectionString: url,
      max: settings.databasePool,
      options: OPTIONS,
      connectionTimeoutMillis: patience,
      ...ALIVE,
      Client: CancellingClient,
    });
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    for (const each of [pool, canceller]) each.on('error', () => undefined);
    const source = new DataSource({
      type: 'postgres',
      url,
      entities,
      poolSize: settings.databasePool,
      extra: {
        application_name: 'baraza',
        options: OPTIONS,
        connectionTimeoutMillis: patience,
        ...ALIVE,
        Client: CancellingClient,
        // A statement is sent while the one before it runs, where the code does not wait for that (`pipeline`).
        pipeline: true,
      },
      logging: false,
    });
    try {
      await migrate(ownerUrl);
      await source.initialize();
    } catch (error) {
      await closeQuietly(source, [pool, canceller], server);
      throw new DatabaseUnavailableError(url, error);
    }
    return new Database(source, pool, url, ownerUrl, server, canceller);
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await rowsOf<Row>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  async queryPrepared<Row>(
    statement: NamedStatement,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row & QueryResultRow>({
      ...statement,
      values: [...parameters],
    });
    return rows;
  }

  /** Reads on connections of their own, for a question that comes up while a transaction is open. */
  get apart(): Reader {
    return {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
        (await this.pool.query(sql, [...parameters])).rows as Row[],
    };
  }

  /** Connections of this process, over both pools, and how many wait for one. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { master } = this.source.driver as unknown as { readonly master: Pool };
    const pools = [this.pool, master];
    const sum = (of: (pool: Pool) => number): number =>
      pools.reduce((all, pool) => all + of(pool), 0);
    const idle = sum((pool) => pool.idleCount);
    return {
      busy: sum((pool) => pool.totalCount) - idle,
      idle,
      waiting: sum((pool) => pool.waitingCount),
    };
  }

  /** From now on every transaction makes its fingerprints so. The vault says it when it opens. */
  fingerprintBy(make: (text: string) => string): void {
    this.fingerprint = make;
  }

  /** For reading entities; writing goes through `transaction`. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /**
   * Runs `work` in one transaction at READ COMMITTED; an error rolls everything back and is rethrown.
   *
   * @param lost of the lock under which it is done (`exclusively`): once that is lost, nothing of it is committed
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, lost?: AbortSignal): Promise<T> {
    lost?.throwIfAborted();
    return this.source.transaction(async (manager) => {
      const { queryRunner } = manager;
      if (!queryRunner) throw new Error('A transaction has a connection of its own.');
      const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
        rowsOf<Row>(queryRunner, sql, parameters);
      const done = await work({
        manager,
        query,
        addJob: async (request) => queueJob({ query }, request),
        fingerprint: (text) => this.fingerprintOf(text),
      });
      lost?.throwIfAborted();
      return done;
    });
  }

  /**
   * Runs maintenance in one transaction of the role that owns the tables: what the application's own
   * role must not do, such as removing a key. A connection of its own, closed afterwards.
   *
   * @param lost as for `transaction`
   */
  async asOwner<T>(work: (tx: OwnerTransaction) => Promise<T>, lost?: AbortSignal): Promise<T> {
    lost?.throwIfAborted();
    const client = new Client({ connectionString: this.ownerUrl });
    // A connection that breaks fails the statement; without a listener it would end the process too.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('BEGIN');
      const done = await work({
        query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await client.query(sql, [...parameters])).rows as Row[],
        fingerprint: (text) => this.fingerprintOf(text),
      });
      lost?.throwIfAborted();
      await client.query('COMMIT');
      return done;
    } finally {
      // What was not committed is rolled back by the end of the connection.
      await client.end();
    }
  }

  /**
   * Runs `work` while no other process runs work under a lock of the same name. The others wait, or
   * throw what `busy` makes where it is given. The lock of a process that dies is free at once.
   *
   * @param work is given a signal that is aborted when the lock is lost before its end: another process may have it then. It
   *   gives that to each of its transactions, and looks at it before each thing that is done elsewhere; what was done there
   *   already, such as sending a mail, it writes down all the same
   */
  async exclusively<T>(
    name: string,
    work: (lost: AbortSignal) => Promise<T>,
    busy?: () => Error,
  ): Promise<T> {
    const client = await this.pool.connect();
    // It is idle while the work is done. If it breaks then, the lock is free, although other connections may go on.
    const lost = new AbortController();
    client.once('end', () => lost.abort(new LockLostError(name)));
    client.once('error', () => lost.abort(new LockLostError(name)));
    const on = 'hashtextextended($1, 0)';
    try {
      if (busy) {
        const { rows } = await client.query<{ free: boolean }>(
          `SELECT pg_try_advisory_lock(${on}) AS free`,
          [name],
        );
        if (!rows[0]?.free) throw busy();
      } else {
        await client.query(`SELECT pg_advisory_lock(${on})`, [name]);
      }
      try {
        return await work(lost.signal);
      } finally {
        // Closing the connection gives the lock back too, but takes a moment.
        await client.query(`SELECT pg_advisory_unlock(${on})`, [name]).catch(() => undefined);
      }
    } finally {
      client.release(true);
    }
  }

  /** Statements that would bring the tables to what the entities say; empty when they agree. */
  async schemaDrift(): Promise<string[]> {
    const { upQueries } = await this.source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  }

  private fingerprintOf(text: string): string {
    if (!this.fingerprint) throw new Error('No vault is open: it holds the key of fingerprints.');
    return this.fingerprint(text);
  }

  /** The last of an application to close: every other service may need it to end its work. */
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    await closeQuietly(this.source, [this.pool, this.canceller], this.server);
  }
}

/** The database cannot be reached or prepared. The message is a plain sentence, safe to print. */
export class DatabaseUnavailableError extends Error {
  constructor(url: string, cause: unknown) {
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}${port ? `:${port}` : ''}${pathname}`;
    const { code, message } = cause as { code?: string; message?: string };
    super(`The database at ${place} cannot be used: ${message || code || 'no answer'}.`);
    this.name = 'DatabaseUnavailableError';
  }
}

async function closeQuietly(
  source: DataSource,
  pools: readonly Pool[],
  server: EmbeddedServer | null,
): Promise<void> {
  if (source.isInitialized) await source.destroy();
  for (const pool of pools) await pool.end();
  await server?.release();
}

/** The rows of any statement: TypeORM's own `query` gives those of UPDATE and DELETE in another shape. */
async function rowsOf<Row>(
  runner: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { records } = await runner.query(sql, [...parameters], true);
  return records as Row[];
}
