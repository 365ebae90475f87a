/**
 * A private PostgreSQL in the data folder, for a machine that has none.
 *
 * Guarantees: it listens on loopback only, with a random password kept in the data folder; several
 * Baraza processes share one server and the last to leave stops it; a server left behind by a killed
 * process is adopted, and a stale lock file is cleared.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgresBinaries, type PostgresBinaries } from './binaries.js';
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
 * @throws Error with one sentence when the folder cannot be used or the server does not start.
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedServer> {
  const cluster = new Cluster(directory, await findPostgresBinaries(), await postgresUser());
  const access = await cluster.start();
  const password = encodeURIComponent(access.password);
  return {
    url: `postgres://baraza:${password}@127.0.0.1:${access.port}/postgres`,
    release: () => cluster.release(),
  };
}

class Cluster {
  private readonly data: string;
  private readonly accessFile: string;
  private readonly users: string;

  constructor(
    directory: string,
    private readonly binaries: PostgresBinaries,
    private readonly owner: SystemUser | null,
  ) {
    this.data = join(directory, 'postgres');
    this.accessFile = join(directory, 'postgres-access.json');
    this.users = join(directory, 'postgres-users');
  }

  async start(): Promise<Access> {
    await mkdir(this.users, { recursive: true });
    await writeFile(join(this.users, String(process.pid)), '');
    try {
      const running = await this.runningAccess();
      if (running) return running;
      const password = (await this.readAccess())?.password ?? (await this.initialise());
      const access = { port: await freePort(), password };
      await this.writeAccess(access);
      await rm(join(this.data, 'postmaster.pid'), { force: true });
      await this.launch(access.port);
      return access;
    } catch (error) {
      await rm(join(this.users, String(process.pid)), { force: true });
      throw error;
    }
  }

  async release(): Promise<void> {
    await rm(join(this.users, String(process.pid)), { force: true });
    if (await this.hasLiveUsers()) return;
    await this.as(this.binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', this.data]);
  }

  /** The access of a server that is up: started by another process, or left by one that was killed. */
  private async runningAccess(): Promise<Access | null> {
    const access = await this.readAccess();
    if (!access) return null;
    const status = this.as(this.binaries.pg_ctl, ['status', '-D', this.data]);
    return status.then(
      () => access,
      () => null,
    );
  }

  /** Makes the database files; returns the new password. A half-made folder is made again. */
  private async initialise(): Promise<string> {
    await rm(this.data, { recursive: true, force: true });
    await mkdir(this.data, { recursive: true, mode: 0o700 });
    if (this.owner) await chown(this.data, this.owner.uid, this.owner.gid);
    const password = randomBytes(24).toString('base64url');
    const passwordFile = join(this.data, '..', `.initdb-${process.pid}`);
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (this.owner) await chown(passwordFile, this.owner.uid, this.owner.gid);
    try {
      await this.as(this.binaries.initdb, [
        `--pgdata=${this.data}`,
        '--auth=scram-sha-256',
        '--username=baraza',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ]);
    } catch (error) {
      const reason = lastLine(error);
      throw new Error(`The embedded PostgreSQL could not use the folder ${this.data}: ${reason}`);
    } finally {
      await rm(passwordFile, { force: true });
    }
    return password;
  }

  private async launch(port: number): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '120',
      // A laptop's disk is slow to flush; a crash may lose the last instant, never consistency.
      synchronous_commit: 'off',
      shared_buffers: '128MB',
    };
    const options = Object.entries(settings).map(([key, value]) => `-c ${key}='${value}'`);
    const log = join(this.data, 'server.log');
    try {
      const flags = ['start', '-w', '-D', this.data, '-l', log, '-o', options.join(' ')];
      await this.as(this.binaries.pg_ctl, flags);
    } catch {
      const tail = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').at(-1) ?? '';
      throw new Error(`The embedded PostgreSQL in ${this.data} did not start. ${tail}`.trim());
    }
  }

  private async hasLiveUsers(): Promise<boolean> {
    const names = await readdir(this.users).catch(() => []);
    return names.some((name) => isAlive(Number(name)));
  }

  private async readAccess(): Promise<Access | null> {
    const initialised = await readFile(join(this.data, 'PG_VERSION')).catch(() => null);
    const text = await readFile(this.accessFile, 'utf8').catch(() => null);
    return initialised && text ? (JSON.parse(text) as Access) : null;
  }

  private async writeAccess(access: Access): Promise<void> {
    await writeFile(this.accessFile, JSON.stringify(access), { mode: 0o600 });
    await chmod(this.accessFile, 0o600);
  }

  private async as(program: string, args: readonly string[]): Promise<void> {
    const identity = this.owner ? { uid: this.owner.uid, gid: this.owner.gid } : {};
    await run(program, args, { ...identity, cwd: '/', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port was found for the embedded PostgreSQL.'));
      });
    });
  });
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}
