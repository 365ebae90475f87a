import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { type Command, CommanderError } from 'commander';
import { explainFailure, terminalLanguage } from '#runtime';
import { program as commandLine } from '../../apps/cli/src/program.js';
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
    this.child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: environment(env),
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

/** Only what the command itself is given, and one thread for matching: a test starts many commands, each with its own. */
function environment(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', USER = '' } = process.env;
  // A database that a test made is opened with the keys of tests; an own one makes its own.
  const keys: Record<string, string> = env.DATABASE_URL
    ? { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS }
    : {};
  return { PATH, HOME, USER, ...keys, BARAZA_MATCHING_THREADS: '1', ...env };
}

/**
 * Runs one command to its end in this process, which takes a tenth of the time. For what only a process of
 * its own shows (standard input, signals, another folder) there is `baraza`.
 */
export async function command(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const { env: before, exitCode } = process;
  const texts = { stdout: '', stderr: '' };
  const taken = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return true;
    }),
  );
  process.env = environment(env);
  process.exitCode = 0;
  try {
    await throwing(commandLine()).parseAsync([process.execPath, 'baraza', ...args]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode;
    } else {
      process.stderr.write(`${explainFailure(error, terminalLanguage())}\n`);
      process.exitCode = 1;
    }
  } finally {
    for (const stream of taken) stream.mockRestore();
    process.env = before;
  }
  const code = process.exitCode;
  process.exitCode = exitCode;
  return { code, ...texts };
}

/** The command line throws where its program would end. */
function throwing(of: Command): Command {
  of.exitOverride();
  of.commands.forEach(throwing);
  return of;
}

/** Runs one command to its end, as a program. */
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
