import type { Reader } from '../database.js';

/** How the queue of background jobs stands. */
export interface JobBacklog {
  /** Jobs that run, or wait to run or to be tried again. */
  readonly waiting: number;
  /** Jobs that failed so often that they are not tried again. */
  readonly givenUp: number;
  /** Seconds since the oldest of the jobs that nobody runs should have begun; 0 when none is late. */
  readonly lateSeconds: number;
}

/** A job that is late by more seconds than this says that no worker runs, or that one is stuck. */
export const LATE_SECONDS = 60;

/** Columns of `JobBacklog`. */
const STANDING = `count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
       count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS "givenUp",
       coalesce(floor(extract(epoch FROM now() - min(run_at)
         FILTER (WHERE attempts < max_attempts AND locked_at IS NULL AND run_at <= now()))), 0)::int AS "lateSeconds"`;

export async function jobBacklog(database: Reader): Promise<JobBacklog> {
  const [row] = await database.query<JobBacklog>(`SELECT ${STANDING} FROM graphile_worker.jobs`);
  return row ?? { waiting: 0, givenUp: 0, lateSeconds: 0 };
}

/** How the jobs of one task stand. */
export interface TaskBacklog extends JobBacklog {
  /** Name of the task, such as `search-sync`. */
  readonly task: string;
}

/** The same for each task that has jobs, in order of its name. */
export async function jobBacklogs(database: Reader): Promise<TaskBacklog[]> {
  return database.query<TaskBacklog>(
    `SELECT task_identifier AS task, ${STANDING} FROM graphile_worker.jobs GROUP BY 1 ORDER BY 1`,
  );
}
