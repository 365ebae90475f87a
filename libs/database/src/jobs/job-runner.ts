import { Logger } from '@nestjs/common';
import { run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type { Database } from '../database.js';
import { silentJobLogger } from './job-logger.js';

/** Does one kind of job. Running it twice, or late, must do no harm: jobs run at least once. */
export interface JobHandler {
  readonly name: string;
  handle(ids: readonly string[]): Promise<void>;
}

/**
 * Runs background jobs until stopped. A job that throws is tried again later, up to 25 times, with
 * growing pauses; its error is logged by name and job id only, for a message might quote a profile.
 */
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private runner: Runner | null = null;

  constructor(
    private readonly database: Database,
    private readonly handlers: readonly JobHandler[],
  ) {}

  async start(): Promise<void> {
    this.runner = await run({
      pgPool: this.database.pool,
      taskList: this.taskList(),
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: silentJobLogger,
    });
    this.runner.events.on('job:error', ({ job, error }) => {
      const kind = error instanceof Error ? error.name : 'error';
      this.logger.warn(
        `Job ${job.task_identifier} ${job.id} failed (${kind}), attempt ${job.attempts}.`,
      );
    });
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
    await this.runner?.stop();
    this.runner = null;
  }

  private taskList(): TaskList {
    const entries = this.handlers.map((handler) => [
      handler.name,
      async (payload: unknown) => handler.handle(idsOf(payload)),
    ]);
    return Object.fromEntries(entries) as TaskList;
  }
}

function idsOf(payload: unknown): string[] {
  const ids = Array.isArray(payload) ? payload : [];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
