import type { Pool, PoolClient } from 'pg';

/**
 * Tells living workers from dead ones. A job and its queue stay locked for four hours when the process
 * that runs it is killed; the advisory locks of its connection are free at once. So each worker holds
 * one under its name, and who starts frees the jobs of those who hold none.
 */
export class LivingWorkers {
  private constructor(private readonly client: PoolClient) {}

  static async open(pool: Pool): Promise<LivingWorkers> {
    const client = await pool.connect();
    // A broken connection gives the locks back: a job may then run twice, which does no harm.
    client.on('error', () => undefined);
    return new LivingWorkers(client);
  }

  async freeJobsOfDead(): Promise<void> {
    await this.client.query(`
      WITH holder AS MATERIALIZED (
        SELECT locked_by AS name FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
        UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL)
      SELECT graphile_worker.force_unlock_workers(array_agg(name)) FROM holder
      WHERE pg_try_advisory_xact_lock(hashtextextended(name, 0))`);
  }

  async add(names: readonly string[]): Promise<void> {
    await this.client.query(
      'SELECT pg_advisory_lock(hashtextextended(name, 0)) FROM unnest($1::text[]) AS name',
      [names],
    );
  }

  close(): void {
    this.client.release(true);
  }
}
