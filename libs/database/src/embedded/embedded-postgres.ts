/**
 * A private PostgreSQL in the data folder, for a machine that has none.
 *
 * Guarantees: it listens on loopback only, with a random password kept in the data folder; several
 * Baraza processes share one server and the last to leave stops it; a server left behind by a killed
 * process is adopted, and a stale lock file is cleared.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive, withLock } from './process-lock.js';
import { placeFor, type Place } from './reach.js';
import { postgresUser, type SystemUser } from './system-user.js';

const run = promisify(execFile);

/** A running server: where it answers and how to leave it. */
export interface EmbeddedServer {
  readonly url: string;
  /** Stops the server unless another live Baraza process still uses it. */
  release(): Promise<void>;
}

interface Access {
  readonly port: number;
  readonly password: string;
}

/**
 * Starts or joins the server whose files lie in `directory`.
 *
 * @throws EmbeddedPostgresError when the folder cannot be used or the server does not start.
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedServer> {
  const cluster = new Cluster(directory, await findPostgresBinaries(), await postgresUser());
  const access = await cluster.start();
  return { url: addressOf(access), release: () => cluster.release() };
}

function addressOf({ port, password }: Access): string {
  return `postgres://baraza:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

class Cluster {
  private readonly accessFile: string;
  private readonly users: string;
  private place: Place;

  constructor(
    private readonly directory: string,
    binaries: PostgresBinaries,
    private readonly owner: SystemUser | null,
  ) {
    this.place = { binaries, folder: directory };
    this.accessFile = join(directory, 'postgres-access.json');
    this.users = join(directory, 'postgres-users');
  }

  async start(): Promise<Access> {
    try {
      await mkdir(this.users, { recursive: true });
      await writeFile(this.ownMark(), '');
    } catch (error) {
      throw this.unusable((error as Error).message);
    }
    try {
      // Of processes that start together the first starts the server and the others join it.
      return await withLock(join(this.users, '..', 'postgres-starting'), () => this.joinOrLaunch());
    } catch (error) {
      await rm(this.ownMark(), { force: true });
      throw error;
    }
  }

  async release(): Promise<void> {
    await rm(this.ownMark(), { force: true });
    if (await this.hasLiveUsers()) return;
    await this.as(this.place.binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', this.data]);
  }

  private get data(): string {
    return join(this.place.folder, 'postgres');
  }

  private async joinOrLaunch(): Promise<Access> {
    this.place = await placeFor(this.directory, this.place.binaries, this.owner);
    if (!(await exists(join(this.data, 'PG_VERSION')))) await this.initialise();
    const held = await this.readAccess();
    if (await this.answers(held)) return held;
    const access = { ...held, port: await freePort() };
    await this.writeAccess(access);
    // Left by a server that was killed; a live one would have answered.
    await rm(join(this.data, 'postmaster.pid'), { force: true });
    await this.launch(access.port);
    return access;
  }

  /** Whether the server is up: started by another process, or left by one that was killed. */
  private async answers(access: Access): Promise<boolean> {
    const client = new Client({ connectionString: addressOf(access) });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Makes the database files beside their place and moves them there when they are whole, so that
   * a folder that is there is never made anew.
   */
  private async initialise(): Promise<void> {
    const fresh = `${this.data}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    const password = randomBytes(24).toString('base64url');
    const passwordFile = `${this.data}.password`;
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (this.owner) {
      for (const path of [fresh, passwordFile]) await chown(path, this.owner.uid, this.owner.gid);
    }
    try {
      await this.as(this.place.binaries.initdb, [
        `--pgdata=${fresh}`,
        '--auth=scram-sha-256',
        '--username=baraza',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ]);
    } catch (error) {
      throw this.unusable(lastLine(error));
    } finally {
      await rm(passwordFile, { force: true });
    }
    await this.writeAccess({ port: 0, password });
    await rename(fresh, this.data);
  }

  private async launch(port: number): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '120',
      shared_buffers: '128MB',
    };
    const options = Object.entries(settings).map(([key, value]) => `-c ${key}='${value}'`);
    const log = join(this.data, 'server.log');
    try {
      // pg_ctl hands these to a shell, where characters of a whole path could mean something.
      const flags = ['start', '-w', '-D', '.', '-l', 'server.log', '-o', options.join(' ')];
      await this.as(this.place.binaries.pg_ctl, flags, this.data);
    } catch {
      const tail = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').at(-1) ?? '';
      throw new EmbeddedPostgresError(
        `The embedded PostgreSQL in ${this.data} did not start. ${tail}`.trim(),
      );
    }
  }

  private unusable(reason: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The embedded PostgreSQL cannot use the folder ${this.data}: ${reason}`,
    );
  }

  private ownMark(): string {
    return join(this.users, String(process.pid));
  }

  private async hasLiveUsers(): Promise<boolean> {
    const names = await readdir(this.users).catch(() => []);
    return names.some((name) => isAlive(Number(name)));
  }

  private async readAccess(): Promise<Access> {
    try {
      return JSON.parse(await readFile(this.accessFile, 'utf8')) as Access;
    } catch {
      throw this.unusable(`its password file ${this.accessFile} is missing or damaged.`);
    }
  }

  private async writeAccess(access: Access): Promise<void> {
    await writeFile(this.accessFile, JSON.stringify(access), { mode: 0o600 });
    await chmod(this.accessFile, 0o600);
  }

  private async as(program: string, args: readonly string[], cwd = '/'): Promise<void> {
    const identity = this.owner ? { uid: this.owner.uid, gid: this.owner.gid } : {};
    await run(program, args, { ...identity, cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else
          reject(new EmbeddedPostgresError('No free port was found for the embedded PostgreSQL.'));
      });
    });
  });
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}
