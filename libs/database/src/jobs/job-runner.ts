import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import {
  parseCronItems,
  run,
  runOnce,
  type Job,
  type ParsedCronItem,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Database } from '../database.js';
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

/**
 * Runs background jobs until stopped. A job that throws is tried again later, up to 25 times, with
 * growing pauses; its error is logged by name and job id only, for a message might quote a profile.
 * The jobs of a process that was killed begin again when the next one starts.
 */
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private runner: Runner | null = null;
  private living: LivingWorkers | null = null;

  constructor(
    private readonly database: Database,
    private readonly handlers: readonly JobHandler[],
  ) {}

  async start(): Promise<void> {
    const { pool } = this.database;
    this.living = await LivingWorkers.open(pool);
    await this.living.freeJobsOfDead();
    const events = new EventEmitter() as WorkerEvents;
    const workers: string[] = [];
    events.on('worker:create', ({ worker }) => workers.push(worker.workerId));
    events.on('job:error', ({ job, error }) => {
      const kind = error instanceof Error ? error.name : 'error';
      this.logger.warn(
        `Job ${job.task_identifier} ${job.id} failed (${kind}), attempt ${job.attempts}.`,
      );
    });
    this.runner = await run({
      pgPool: pool,
      taskList: this.taskList(),
      parsedCronItems: this.timetable(),
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: silentJobLogger,
      events,
    });
    await this.living.add(workers);
  }

  /** Does every job that is due now, here, and returns: for a command that should leave nothing waiting. */
  async drain(): Promise<void> {
    await runOnce({
      pgPool: this.database.pool,
      taskList: this.taskList(),
      noHandleSignals: true,
      logger: silentJobLogger,
    });
  }

  /** Waits for running jobs; those not begun stay in the queue for the next start. */
  async stop(): Promise<void> {
    for (const handler of this.handlers) handler.interrupt?.();
    await this.runner?.stop();
    this.runner = null;
    this.living?.close();
    this.living = null;
  }

  private taskList(): TaskList {
    const entries = this.handlers.map((handler) => [
      handler.name,
      async (payload: unknown, { job }: { job: Job }) => {
        await this.letGoOfKey(job);
        await handler.handle(idsOf(payload));
      },
    ]);
    return Object.fromEntries(entries) as TaskList;
  }

  /** A run that was missed while no process was there is not made up for. */
  private timetable(): ParsedCronItem[] {
    return parseCronItems(
      this.handlers.flatMap(({ name, schedule }) =>
        schedule
          ? [
              {
                task: name,
                match: schedule,
                options: { backfillPeriod: 0, jobKey: name, queueName: name },
              },
            ]
          : [],
      ),
    );
  }

  /**
   * Only jobs that wait may merge. The queue marks a job that runs as never to be tried again when
   * another of its key comes: if it failed then, its ids would be lost. So it gives its key up first,
   * and takes back the attempts of that moment.
   */
  private async letGoOfKey({ id, key, attempts }: Job): Promise<void> {
    if (key === null) return;
    await this.database.query(
      'UPDATE graphile_worker._private_jobs SET key = NULL, attempts = $2 WHERE id = $1',
      [id, attempts],
    );
  }
}

function idsOf(payload: unknown): string[] {
  const ids = Array.isArray(payload) ? payload : [];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
