import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EngineSettings } from './engines.js';

/** A Meilisearch server of a test's own: a process that is killed (`SIGKILL`) and started again with the files that it left. */
export class EngineProcess {
  private child: ChildProcess;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly port: number,
    private readonly key: string,
  ) {
    this.child = this.run();
  }

  static async start(program: string): Promise<EngineProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-engine-'));
    const key = randomBytes(24).toString('hex');
    const engine = new EngineProcess(program, folder, await freePort(), key);
    try {
      await engine.ready();
    } catch (error) {
      await engine.stop();
      throw error;
    }
    return engine;
  }

  get settings(): EngineSettings {
    return { MEILISEARCH_URL: `http://127.0.0.1:${this.port}`, MEILISEARCH_KEY: this.key };
  }

  /** Waits until it answers. */
  async ready(): Promise<void> {
    const { child } = this;
    while (!(await this.answers())) {
      if (hasEnded(child)) {
        throw new Error(`${this.program} ended (${child.exitCode ?? child.signalCode}).`);
      }
      await setTimeout(20);
    }
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
    this.child = this.run();
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private run(): ChildProcess {
    const { program, folder, port, key } = this;
    return spawn(
      program,
      [
        '--http-addr',
        `127.0.0.1:${port}`,
        '--master-key',
        key,
        '--env',
        'production',
        '--no-analytics',
      ],
      { cwd: folder, stdio: 'ignore' },
    );
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (hasEnded(this.child)) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.settings.MEILISEARCH_URL}/health`)).ok;
    } catch {
      return false;
    }
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
