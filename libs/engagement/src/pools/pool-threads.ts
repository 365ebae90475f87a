import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { deadline, requestTurn } from '#database';
import { BusyError, type IndexedClearance } from '#identity';
import { InvalidNeed, type Need } from '#matching';
import { FairQueue } from './fair-queue.js';
import type { FromThread, PoolChange, ToThread } from './messages.js';
import { QUICK, type AnswerOf, type ArgumentsOf, type Operation } from './operations.js';
import { PoolHolder } from './pool-holder.js';

const SCRIPT = createRequire(import.meta.url).resolve('#engagement/pool-worker');

/** Questions of one client that may wait at a time. */
const EACH = 40;

/** Women whom a brief finds, in a question that is still a quick one. */
const FEW_MATCHES = 500;

/** Seconds after which a full queue has mostly room again: a question takes a tenth of one at most. */
const PAUSE = 2;

/** How many candidates each pool has. */
export type PoolSizes = Readonly<Partial<Record<IndexedClearance, number>>>;

/** A pool in its threads, asked by one request. */
export interface PoolReader {
  /**
   * @throws InvalidNeed where the operation does; BusyError where too many wait already; the reason of the
   * deadline where the request ends before
   */
  ask<K extends Operation>(operation: K, ...args: ArgumentsOf<K>): Promise<AnswerOf<K>>;
}

interface Question {
  readonly message: ToThread & { readonly kind: 'ask' };
  readonly settle: (answer: FromThread) => void;
  readonly fail: (error: Error) => void;
}

/** One thread: every message is answered, in order. */
interface Thread {
  readonly worker: Pick<Worker, 'postMessage' | 'ref' | 'unref' | 'terminate'>;
  /** What is told of each message that is not answered yet, oldest first. */
  readonly expected: { settle(answer: FromThread): void; fail(error: Error): void }[];
  question: Question | null;
}

/**
 * Threads that each hold all pools, so that no question, however long it takes, holds up the event loop.
 *
 * Questions wait in a bounded queue in which clients take turns. Where there are several threads one of
 * them is kept for quick questions. A question is told to a thread after all changes that were made before
 * it was asked, so it is answered from these, and perhaps from later ones.
 */
export class PoolThreads {
  private threads: readonly Thread[] = [];
  private readonly queue: FairQueue<Question>;
  private broken: Error | null = null;

  /**
   * @param count how many threads; 0 where nobody else waits for the event loop, as in a command of the command line:
   * questions are answered in the process's own thread then, which need not be started nor filled from afar
   * @param most how many questions may wait
   */
  constructor(
    private readonly count: number,
    most: number,
  ) {
    this.queue = new FairQueue({ all: most, each: EACH });
  }

  /** Whether the threads hold nothing: none has been started, or one of them broke and all were ended. */
  get isEmpty(): boolean {
    return this.threads.length === 0;
  }

  /**
   * Tells all threads. They have done it when this resolves, with how many candidates each pool has now.
   *
   * @throws where they cannot; they are ended then
   */
  async change(changes: readonly PoolChange[]): Promise<PoolSizes> {
    if (this.isEmpty) this.start();
    const told = this.threads.map((thread) => this.tell(thread, { kind: 'change', changes }));
    let sizes: PoolSizes = {};
    for (const answer of await Promise.all(told)) {
      if (answer.kind === 'done') {
        sizes = answer.result as PoolSizes;
        continue;
      }
      const error = errorOf(answer);
      this.end(error);
      throw error;
    }
    return sizes;
  }

  ask<K extends Operation>(
    clearance: IndexedClearance,
    operation: K,
    args: ArgumentsOf<K>,
  ): Promise<AnswerOf<K>> {
    const signal = deadline();
    const turn = requestTurn();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (this.isEmpty) return reject(this.broken ?? new Error('The pools have not been filled.'));
      const ended = (): void => {
        this.queue.remove(turn, question);
        reject(signal?.reason as Error);
      };
      const question: Question = {
        message: { kind: 'ask', clearance, operation, args },
        settle: (answer) => {
          signal?.removeEventListener('abort', ended);
          if (answer.kind === 'done') resolve(answer.result as AnswerOf<K>);
          else reject(errorOf(answer));
        },
        fail: (error) => {
          signal?.removeEventListener('abort', ended);
          reject(error);
        },
      };
      if (!this.queue.push(turn, question)) return reject(new BusyError(PAUSE));
      signal?.addEventListener('abort', ended, { once: true });
      this.dispatch();
    });
  }

  /** Ends the threads; whoever waits is told so. */
  async close(): Promise<void> {
    const ended = this.threads.map(({ worker }) => worker);
    this.end(new Error('The pools are closed.'));
    await Promise.all(ended.map((worker) => worker.terminate()));
  }

  private start(): void {
    this.broken = null;
    const length = Math.max(1, this.count);
    this.threads = Array.from({ length }, () => (this.count === 0 ? this.own() : this.another()));
  }

  private another(): Thread {
    // Options of the process may be meant for its own first file only.
    const worker = new Worker(SCRIPT, { execArgv: [] });
    const thread: Thread = { worker, expected: [], question: null };
    worker.on('message', (answer: FromThread) => this.answered(thread, answer));
    const fail = (): void => {
      if (this.threads.includes(thread)) this.end(new Error('A thread of the pools broke down.'));
    };
    worker.on('error', fail).on('exit', fail);
    worker.unref();
    return thread;
  }

  /** The process's own thread, which answers as another would, between its other work. */
  private own(): Thread {
    const holder = new PoolHolder();
    const thread: Thread = {
      worker: {
        postMessage: (message: ToThread) => {
          setImmediate(() => {
            if (this.threads.includes(thread)) this.answered(thread, holder.answer(message));
          });
        },
        ref: () => undefined,
        unref: () => undefined,
        terminate: async () => 0,
      },
      expected: [],
      question: null,
    };
    return thread;
  }

  private answered(thread: Thread, answer: FromThread): void {
    thread.expected.shift()?.settle(answer);
    if (thread.expected.length === 0) thread.worker.unref();
    this.dispatch();
  }

  private dispatch(): void {
    for (const thread of this.threads) {
      if (thread.question) continue;
      const slow = this.threads.filter(({ question }) => question && !isQuick(question)).length;
      const question = this.queue.take(
        (one) => isQuick(one) || slow < Math.max(1, this.threads.length - 1),
      );
      if (!question) return;
      thread.question = question;
      const free = (): void => {
        thread.question = null;
      };
      this.tell(thread, question.message).then(
        (answer) => {
          free();
          question.settle(answer);
          this.dispatch();
        },
        (error: Error) => {
          free();
          question.fail(error);
        },
      );
    }
  }

  private tell(thread: Thread, message: ToThread): Promise<FromThread> {
    return new Promise((settle, fail) => {
      thread.expected.push({ settle, fail });
      thread.worker.ref();
      thread.worker.postMessage(message, []);
    });
  }

  /** What they held is read anew into others. */
  private end(error: Error): void {
    const { threads } = this;
    this.threads = [];
    this.broken = error;
    for (const { worker, expected } of threads) {
      for (const waiting of expected.splice(0)) waiting.fail(error);
      void worker.terminate();
    }
    for (const question of this.queue.clear()) question.fail(error);
  }
}

/** A long list of those whom a brief finds takes most of the time on its way to the thread. */
function isQuick({ message: { operation, args } }: Question): boolean {
  const [need] = args as readonly [Partial<Need>?];
  const found = need?.soft?.text?.matches.length ?? 0;
  return QUICK.has(operation) && found <= FEW_MATCHES;
}

function errorOf(answer: Exclude<FromThread, { kind: 'done' }>): Error {
  if (answer.kind === 'invalid') return new InvalidNeed([...answer.problems]);
  return Object.assign(new Error(answer.message), { name: answer.name });
}
