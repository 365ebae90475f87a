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

export async function jobBacklog(database: Reader): Promise<JobBacklog> {
  const [row] = await database.query<JobBacklog>(
    `SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
       count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS "givenUp",
       coalesce(floor(extract(epoch FROM now() - min(run_at)
         FILTER (WHERE attempts < max_attempts AND locked_at IS NULL AND run_at <= now()))), 0)::int AS "lateSeconds"
     FROM graphile_worker.jobs`,
  );
  return row ?? { waiting: 0, givenUp: 0, lateSeconds: 0 };
}
