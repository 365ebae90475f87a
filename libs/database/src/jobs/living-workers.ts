import type { Pool, PoolClient } from 'pg';

/**
 * Tells living workers from dead ones. A job and its queue stay locked for four hours when the process
 * that runs it is killed, or loses the answer of the database; the advisory locks of its connection are
 * free at once. So each worker stands in `job_worker` and holds a lock under its name, and each process
 * with workers frees the jobs of those who hold none, when it starts and every minute.
 */
export class LivingWorkers {
  /** Resolves when the connection that holds the locks is gone: others may free these workers' jobs now. */
  readonly broken: Promise<void>;
  /** Workers start at the same time, and a connection does one statement after the other. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: PoolClient) {
    this.broken = new Promise((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
  }

  static async open(pool: Pool): Promise<LivingWorkers> {
    return new LivingWorkers(await pool.connect());
  }

  /** Frees what dead workers ran; those of a version that kept no list are known by their jobs. */
  async freeJobsOfDead(): Promise<void> {
    await this.client.query(`
      WITH known AS MATERIALIZED (
        SELECT name FROM job_worker
        UNION SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL),
      dead AS MATERIALIZED (
        SELECT name FROM known WHERE pg_try_advisory_xact_lock(hashtextextended(name, 0))),
      forgotten AS (DELETE FROM job_worker USING dead WHERE job_worker.name = dead.name)
      SELECT graphile_worker.force_unlock_workers(array_agg(name)) FROM dead`);
  }

  /**
   * Removes jobs in whose place another came while they ran, and which then failed or lost their process: the queue does not
   * try them again, nor forget them, and they would be told as given up. They are known by the key that they lost to the
   * other: each entry of the timetable has one, and a job that was given up keeps it.
   *
   * @param names tasks with a timetable: what one run of them leaves, the next does
   */
  async forgetReplaced(names: readonly string[]): Promise<void> {
    await this.client.query(
      `SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs
       WHERE task_identifier = ANY($1) AND queue_name = task_identifier
         AND key IS NULL AND attempts >= max_attempts AND locked_at IS NULL`,
      [names],
    );
  }

  /** Before the worker takes its first job. */
  async add(name: string): Promise<void> {
    const added = this.last.then(async () => {
      await this.client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
      await this.client.query('INSERT INTO job_worker (name) VALUES ($1)', [name]);
    });
    this.last = added.catch(() => undefined);
    await added;
  }

  /** The worker has ended and runs nothing. */
  async remove(names: readonly string[]): Promise<void> {
    await this.client.query('DELETE FROM job_worker WHERE name = ANY($1)', [names]);
  }

  /** Gives the locks back. Closing the connection would too, but a moment later. */
  async close(): Promise<void> {
    await this.client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    this.client.release(true);
  }
}
