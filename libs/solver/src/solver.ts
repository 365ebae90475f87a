import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { SolveRequest, WorkerMessage, WorkerStart } from './messages.js';
import type { MipModel, Progress, Solved } from './mip-model.js';
import { histogram } from '#telemetry';
import { SolverError } from './solver-error.js';

const durations = histogram('baraza_solver_duration_seconds', 'How long one model took to solve.', [
  'outcome',
]);

/** Seconds after which a thread that should have stopped is ended from outside. */
const GRACE = 0.25;

const SCRIPT = createRequire(import.meta.url).resolve('#solver/worker');

export interface SolverOptions {
  /** For everything this solver is asked, together. */
  readonly timeLimitSeconds: number;
  /** From when it counts, as `performance.now()` says it; from now where unstated. */
  readonly startedAt?: number;
  /** Told a few times a second while a model is solved. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the solver: what it is doing ends as `stopped`, and all that follows. */
  readonly signal?: AbortSignal;
  /** What the thread runs; for tests. */
  readonly script?: string | URL;
}

/**
 * A thread that solves one model after the other within one time limit. Close it when done: it
 * keeps the process alive until then.
 *
 * The thread looks at a shared flag and the clock while it works, and there are stretches of its work in
 * which it cannot. Should it not stop within a quarter of a second of being told to, or of the time
 * limit, it is ended, and the best solution it told of so
 * far is what was found.
 */
export class Solver {
  private readonly stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  private readonly deadline: number;
  private worker: Worker | null = null;

  constructor(private readonly options: SolverOptions) {
    this.deadline = (options.startedAt ?? performance.now()) + options.timeLimitSeconds * 1000;
  }

  /** Whether time is up or the signal came. */
  get stopped(): boolean {
    return this.options.signal?.aborted === true || this.secondsLeft() <= 0;
  }

  /** @throws SolverError when the model makes no sense or the solver breaks down. */
  async solve(mip: MipModel): Promise<Solved> {
    checkMipModel(mip);
    if (this.stopped) return { status: 'stopped', values: null, bound: null, nodes: 0 };
    this.worker ??= this.start();
    const seconds = this.secondsLeft();
    const until = performance.timeOrigin + this.deadline;
    this.worker.postMessage({ mip, until } satisfies SolveRequest, []);
    const end = durations.startTimer();
    try {
      const solved = await this.answer(this.worker, seconds);
      end({ outcome: solved.status });
      return solved;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    }
  }

  /** Ends the thread; nothing is left open afterwards. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    const workerData: WorkerStart = { stop: this.stop };
    // Options of the process may be meant for its own first file only.
    return new Worker(this.options.script ?? SCRIPT, { workerData, execArgv: [] });
  }

  private secondsLeft(): number {
    return (this.deadline - performance.now()) / 1000;
  }

  private answer(worker: Worker, seconds: number): Promise<Solved> {
    const { signal, onProgress } = this.options;
    return new Promise<Solved>((resolve, reject) => {
      let last: Progress | null = null;
      let incumbent: readonly number[] | null = null;
      const late = () => {
        void this.close();
        settle(() =>
          resolve({
            status: 'stopped',
            values: incumbent,
            bound: last?.bound ?? null,
            nodes: last?.nodes ?? 0,
          }),
        );
      };
      const onMessage = (message: WorkerMessage) => {
        if (message.kind === 'incumbent') incumbent = message.values;
        else if (message.kind === 'progress') onProgress?.((last = message.progress));
        else if (message.kind === 'solved') settle(() => resolve(message.solved));
        else fail(`The solver could not solve it: ${message.message}`);
      };
      const fail = (text: string) => {
        void this.close();
        settle(() => reject(new SolverError(text)));
      };
      const onError = () => fail('The solver broke down.');
      const onExit = () => fail('The solver stopped unexpectedly.');
      const onAbort = () => {
        Atomics.store(new Int32Array(this.stop), 0, 1);
        clearTimeout(timer);
        timer = setTimeout(late, GRACE * 1000);
      };
      let timer = setTimeout(late, (seconds + GRACE) * 1000);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
        end();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
    });
  }
}

/** @throws SolverError when the arrays do not belong together or a number is none. */
function checkMipModel(mip: MipModel): void {
  const { objective, lower, upper, integer, rows } = mip;
  const count = objective.length;
  for (const [name, list] of Object.entries({ lower, upper, integer })) {
    if (list.length !== count) {
      throw new SolverError(`The model has ${count} variables but ${list.length} of ${name}.`);
    }
  }
  if (!objective.every(Number.isFinite)) {
    throw new SolverError('A coefficient of the objective is not a number.');
  }
  if (lower.some((bound, i) => !(bound <= upper[i]!))) {
    throw new SolverError('A variable has a lower bound above its upper bound.');
  }
  rows.forEach(({ columns, values, ...bounds }, i) => {
    if (columns.length !== values.length || !values.every(Number.isFinite)) {
      throw new SolverError(`Row ${i} does not have one number for each of its variables.`);
    }
    if (!columns.every((column) => Number.isInteger(column) && column >= 0 && column < count)) {
      throw new SolverError(`Row ${i} names a variable that does not exist.`);
    }
    if (new Set(columns).size < columns.length) {
      throw new SolverError(`Row ${i} names a variable twice.`);
    }
    if (!(bounds.lower <= bounds.upper)) {
      throw new SolverError(`Row ${i} has a lower bound above its upper bound.`);
    }
  });
}
