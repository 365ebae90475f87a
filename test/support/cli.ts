import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TEST_MASTER_KEYS } from './keys.js';

const BARAZA = program('apps/cli/bin/baraza.js');
const WORKER = program('dist/apps/worker/src/main.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process as a person starts one, with nothing of this run's own settings. */
export class Baraza {
  private readonly child: ChildProcess;
  private said = '';
  readonly ended: Promise<Ended>;

  static worker(env: Record<string, string>): Baraza {
    return new Baraza([], env, { file: WORKER });
  }

  constructor(
    args: readonly string[],
    env: Record<string, string> = {},
    { file = BARAZA, cwd, input }: { file?: string; cwd?: string; input?: string } = {},
  ) {
    const { PATH = '', HOME = '', USER = '' } = process.env;
    // A database that a test made is opened with the keys of tests; an own one makes its own.
    const keys = env.DATABASE_URL ? { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS } : {};
    this.child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { PATH, HOME, USER, ...keys, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin?.end(input);
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      this.child[name]?.setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
        this.said += text;
      });
    }
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => resolve({ code, ...texts }));
    });
  }

  /** Waits until it says something that matches; fails with all it said when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let over = false;
    void this.ended.then(() => {
      over = true;
    });
    for (;;) {
      const match = pattern.exec(this.said);
      if (match) return match;
      if (over) throw new Error(`It ended without saying ${pattern}:\n${this.said}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  }

  /** Nobody reads what it says any more, as `head` does after some lines. */
  closeOutput(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Runs one command to its end. */
export async function baraza(
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
  input?: string,
): Promise<Ended> {
  return new Baraza(args, env, { cwd, input }).ended;
}

function program(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
