import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  parseCronItems,
  run,
  runOnce,
  type ParsedCronItem,
  type Runner,
  type RunnerOptions,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';
import type { Database } from '../database.js';
import { histogram, traced } from '#telemetry';
import { silentJobLogger } from './job-logger.js';
import { LivingWorkers } from './living-workers.js';

/** Does one kind of job. Running it twice, or late, must do no harm: jobs run at least once. */
export interface JobHandler {
  readonly name: string;
  /** When it runs by itself too, without ids: a crontab pattern in UTC, such as `23 * * * *`. */
  readonly schedule?: string;
  handle(ids: readonly string[]): Promise<void>;
  /** Ends what runs long, when the process stops: `handle` rejects, and the job is tried again later. */
  interrupt?(): void;
}

const durations = histogram('baraza_job_duration_seconds', 'How long background jobs took.', [
  'task',
  'outcome',
]);

/** Milliseconds between two attempts to begin again while the database is away. */
const AGAIN = 1_000;

/** Milliseconds between two looks for jobs whose workers are dead: no process may start for a long time after one was killed. */
const LOOK = 60_000;

/** Workers that take jobs, and the connection that says they live. */
interface Session {
  readonly runner: Runner;
  readonly living: LivingWorkers;
  /** Frees the jobs of other sessions that ended without a word. */
  readonly looking: NodeJS.Timeout;
  /** Resolves when jobs might stand still: the connection broke, a worker ended by itself, or the timetable was not kept. */
  readonly failed: Promise<void>;
}

/**
 * Runs background jobs until stopped. A job that throws is tried again later, up to 25 times, with
 * growing pauses; its error is logged by name and job id only, for a message might quote a profile.
 * The jobs of a process that was killed begin again within a minute, or as the next one starts; when the database was
 * away, all workers are replaced by new ones, and what the old ones held is free.
 */
export class JobRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private session: Session | null = null;
  private watching: Promise<void> = Promise.resolve();
  private stopping = new AbortController();

  constructor(
    private readonly database: Database,
    /** Asked when it starts: in an application, handlers are made after it. */
    private readonly handlers: () => readonly JobHandler[],
    private readonly look = LOOK,
  ) {}

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.session = await this.begin();
    this.watching = this.watch(this.session);
  }

  /** Does every job that is due now, here, and returns: for a command that should leave nothing waiting. */
  async drain(): Promise<void> {
    const living = await LivingWorkers.open(this.database.pool);
    const names: string[] = [];
    try {
      await runOnce(this.options(living, names));
      await living.remove(names);
    } finally {
      await living.close();
    }
  }

  /** Waits for running jobs; those not begun stay in the queue for the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    if (this.session) await this.end(this.session);
    this.session = null;
  }

  /** Before anything closes that a job may use. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async begin(): Promise<Session> {
    const living = await LivingWorkers.open(this.database.pool);
    try {
      await this.freeJobs(living);
      const events = new EventEmitter() as WorkerEvents;
      events.on('job:error', ({ job, error }) => {
        const kind = error instanceof Error ? error.name : 'error';
        this.logger.warn(
          `Job ${job.task_identifier} ${job.id} failed (${kind}), attempt ${job.attempts}.`,
        );
      });
      const workerEnded = new Promise<void>((resolve) => {
        events.on('worker:stop', () => resolve());
      });
      let missed = (): void => undefined;
      const timetableFailed = new Promise<void>((resolve) => {
        // What fails each time does not begin anew all the time.
        missed = () => void setTimeout(AGAIN, undefined, { ref: false }).then(resolve);
      });
      const runner = await run({
        ...this.options(living, []),
        pgPool: poolOfTimetable(this.database.pool, missed),
        parsedCronItems: timetableOf(this.handlers()),
        concurrency: 2,
        pollInterval: 1_000,
        events,
      });
      // What ends it is seen by its workers; nobody else waits for this promise.
      runner.promise.catch(() => undefined);
      const looking = setInterval(() => {
        // Without a connection there is soon another session.
        this.freeJobs(living).catch(() => undefined);
      }, this.look);
      return {
        runner,
        living,
        looking,
        failed: Promise.race([living.broken, workerEnded, timetableFailed]),
      };
    } catch (error) {
      await living.close();
      throw error;
    }
  }

  private async freeJobs(living: LivingWorkers): Promise<void> {
    await living.freeJobsOfDead();
    const timed = this.handlers().filter(({ schedule }) => schedule !== undefined);
    await living.forgetReplaced(timed.map(({ name }) => name));
  }

  private async end({ runner, living, looking }: Session): Promise<void> {
    clearInterval(looking);
    for (const handler of this.handlers()) handler.interrupt?.();
    await runner.stop().catch(() => undefined);
    await living.close();
  }

  /** Puts new workers in the place of those whose locks are lost: nobody knows what they still hold. */
  private async watch(first: Session): Promise<void> {
    const { signal } = this.stopping;
    const stopped = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    for (let session: Session | null = first; session; session = this.session) {
      await Promise.race([session.failed, stopped]);
      if (signal.aborted) return;
      this.logger.warn('The connection to the database broke: background jobs begin again.');
      this.session = null;
      await this.end(session);
      while (!signal.aborted && !this.session) {
        try {
          this.session = await this.begin();
        } catch {
          await setTimeout(AGAIN, undefined, { signal }).catch(() => undefined);
        }
      }
    }
  }

  /** Each worker is on the list of the living before it takes its first job. */
  private options(living: LivingWorkers, names: string[]): RunnerOptions {
    const listed = {
      name: 'listed-worker',
      version: '1.0.0',
      worker: {
        hooks: {
          startWorker: async (_: unknown, { worker }: { worker: { workerId: string } }) => {
            await living.add(worker.workerId);
            names.push(worker.workerId);
          },
        },
      },
    };
    return {
      pgPool: this.database.pool,
      taskList: this.taskList(),
      noHandleSignals: true,
      logger: silentJobLogger,
      preset: { plugins: [listed] },
    };
  }

  private taskList(): TaskList {
    const entries = this.handlers().map((handler) => [
      handler.name,
      async (payload: unknown) => measured(handler, idsOf(payload)),
    ]);
    return Object.fromEntries(entries) as TaskList;
  }
}

/**
 * The runs that come by themselves. One that was missed while no process was there is not made up for. One that comes while
 * another of its name runs may take its place and the other is not tried again: neither names any ids.
 */
export function timetableOf(handlers: readonly JobHandler[]): ParsedCronItem[] {
  return parseCronItems(
    handlers.flatMap(({ name, schedule }) =>
      schedule
        ? [
            {
              task: name,
              match: schedule,
              // Without a key, LivingWorkers.forgetReplaced would take one that was given up for one that was replaced.
              options: { backfillPeriod: 0, jobKey: name, queueName: name },
            },
          ]
        : [],
    ),
  );
}

async function measured(handler: JobHandler, ids: readonly string[]): Promise<void> {
  const end = durations.startTimer({ task: handler.name });
  try {
    await traced(`job ${handler.name}`, { 'baraza.job': handler.name }, () => handler.handle(ids));
    end({ outcome: 'done' });
  } catch (error) {
    end({ outcome: 'failed' });
    throw error;
  }
}

function idsOf(payload: unknown): string[] {
  const ids = Array.isArray(payload) ? payload : [];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/**
 * The pool for a session's workers and timetable. Only the timetable asks the pool itself; workers take connections. The
 * library leaves the rejection of such a statement unhandled, which would end the process while PostgreSQL is away: so it
 * is told to `missed`, and the session ends instead.
 */
function poolOfTimetable(pool: Pool, missed: () => void): Pool {
  const ask = pool.query.bind(pool) as (...statement: unknown[]) => Promise<unknown>;
  const query = async (...statement: unknown[]): Promise<unknown> => {
    try {
      return await ask(...statement);
    } catch {
      missed();
      return { rows: [] };
    }
  };
  return new Proxy(pool, {
    get: (target, name) => {
      if (name === 'query') return query;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
