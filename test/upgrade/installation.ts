/**
 * An installation as docker/compose.yaml sets it up: two logins, one database, one data folder; processes and commands of
 * two versions work on it.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#database';
import { Baraza, type Ended } from '../support/cli.js';
import { onDatabase } from '../support/database.js';
import { Door, PUBLIC_URL } from './visitor.js';

const READY = /GraphQL +(\S+)\/graphql\n/;
const OWNER = 'baraza_owner';
const SERVICE = 'baraza_service';
const PASSWORD = 'rehearsal';

/** Nothing is refused because much is asked. */
const LIMITS = {
  BARAZA_ACCESS_TOKEN_MINUTES: '60',
  BARAZA_ACCOUNT_COST: '10000000',
  BARAZA_ACCOUNT_COST_PER_MINUTE: '1000000000',
  BARAZA_ANONYMOUS_COST: '10000000',
  BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000000000',
  BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '1000000',
  BARAZA_MAX_DEPTH: '50',
  BARAZA_MAX_ALIASES: '1000',
  BARAZA_MAX_FIELDS: '10000',
  BARAZA_MAX_TOKENS: '100000',
  BARAZA_REQUEST_SECONDS: '120',
} as const;

/** A process that runs. */
export interface Running {
  readonly door: Door;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** One of the versions, with the database that it works on. */
export class Version {
  private readonly running = new Set<Baraza>();

  constructor(
    readonly name: string,
    readonly root: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Starts an api process without jobs of its own. */
  async serve(): Promise<Running> {
    const process = this.begin('apps/cli/bin/baraza.js', ['serve']);
    const [, origin = ''] = await process.says(READY);
    return { door: new Door(this.name, origin), stop: () => this.end(process) };
  }

  /** Starts a worker. */
  async work(): Promise<Running> {
    const process = this.begin('dist/apps/worker/src/main.js', []);
    await process.says(/The worker is ready\./);
    return { door: new Door(this.name, ''), stop: () => this.end(process) };
  }

  /** Runs a command to its end. */
  async command(...args: string[]): Promise<Ended> {
    return new Baraza(args, this.env, {
      file: join(this.root, 'apps/cli/bin/baraza.js'),
      cwd: this.root,
    }).ended;
  }

  /** What a command prints. @throws Error with its last words if it ends with another number than 0 */
  async says(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.command(...args);
    if (code === 0) return stdout;
    const last = `${stdout}${stderr}`.trim().split('\n').slice(-5).join(' | ');
    throw new Error(`${this.name}: baraza ${args[0]} ended with ${code}: ${last}`);
  }

  /** Ends what is left. */
  async stop(): Promise<void> {
    await Promise.all([...this.running].map((process) => this.end(process)));
  }

  private begin(file: string, args: readonly string[]): Baraza {
    const process = new Baraza(args, this.env, { file: join(this.root, file), cwd: this.root });
    this.running.add(process);
    return process;
  }

  private async end(process: Baraza): Promise<void> {
    process.kill('SIGTERM');
    await process.ended;
    this.running.delete(process);
  }
}

export interface Installation {
  readonly dataDirectory: string;
  /** A version on the database of this installation. */
  version(name: string, root: string): Version;
  /** Gives the database another name, and puts an empty one in its place. */
  setAside(): Promise<void>;
  /** Names of the migrations that have run. */
  migrations(): Promise<string[]>;
  /** Jobs that failed, each kind with its error once. */
  failedJobs(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL in a folder and makes the logins and the database of `docker/postgres/roles.psql`. */
export async function install(folder: string): Promise<Installation> {
  const dataDirectory = join(folder, 'data');
  await mkdir(dataDirectory);
  const server = await startEmbeddedPostgres(folder);
  await onDatabase(
    server.url,
    `CREATE ROLE ${OWNER} LOGIN PASSWORD '${PASSWORD}'`,
    `CREATE ROLE ${SERVICE} LOGIN PASSWORD '${PASSWORD}'`,
    'CREATE ROLE baraza_app NOLOGIN',
    `GRANT baraza_app TO ${OWNER} WITH ADMIN OPTION`,
    `GRANT baraza_app TO ${SERVICE}`,
  );
  const addressOf = (database: string, login?: string): string => {
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    if (login !== undefined) Object.assign(url, { username: login, password: PASSWORD });
    return url.href;
  };
  const emptyDatabase = `CREATE DATABASE baraza OWNER ${OWNER}`;
  await onDatabase(server.url, emptyDatabase);
  const query = async <Row>(sql: string): Promise<Row[]> =>
    onDatabase<Row>(addressOf('baraza'), sql);
  return {
    dataDirectory,
    version: (name, root) =>
      new Version(name, root, {
        ...LIMITS,
        DATABASE_URL: addressOf('baraza', SERVICE),
        DATABASE_OWNER_URL: addressOf('baraza', OWNER),
        BARAZA_DATA_DIR: dataDirectory,
        BARAZA_PUBLIC_URL: PUBLIC_URL,
        BARAZA_DEMO: 'off',
        BARAZA_WORKER: 'off',
        PORT: '0',
      }),
    setAside: async () => {
      // As docs/releasing.md says.
      await onDatabase(server.url, 'ALTER DATABASE baraza RENAME TO baraza_newer', emptyDatabase);
    },
    migrations: async () =>
      (await query<{ name: string }>('SELECT name FROM migrations ORDER BY id')).map(
        ({ name }) => name,
      ),
    failedJobs: async () => {
      const jobs = await query<{ task: string; error: string }>(
        'SELECT task_identifier AS task, last_error AS error FROM graphile_worker.jobs WHERE last_error IS NOT NULL',
      );
      return [...new Set(jobs.map(({ task, error }) => `${task}: ${error}`))];
    },
    close: () => server.release(),
  };
}
