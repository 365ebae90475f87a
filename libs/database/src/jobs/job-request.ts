/** A background job as the code that causes it describes it. */
export interface JobRequest {
  /** Name of the handler. */
  readonly name: string;
  /** Ids the job is about; never field values, so that no personal data waits in the queue. */
  readonly ids?: readonly string[];
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** It begins then or later; at once where left out or past. */
  readonly notBefore?: Date | null;
}

/**
 * A job that finds out itself what there is to do, when it runs: one that waits is enough for all who
 * cause it. It names no ids, for the queue forgets what a job that runs was asked when another of its
 * name comes.
 */
export interface CallRequest {
  readonly name: string;
  readonly queue: string;
  readonly call: true;
}

/** The transaction that causes a job. */
interface Cause {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A job was not queued, so the write that causes it must not stand. */
export class JobNotQueuedError extends Error {
  override readonly name = 'JobNotQueuedError';

  constructor(job: string) {
    super(`The job ${job} could not be queued.`);
  }
}

/** So often workers would have to take the job within one call after the other. */
const MOST_TRIES = 10;

/**
 * Queues a job in the transaction that causes it.
 *
 * With a key the queue first looks for a job that runs and then inserts or changes one that waits; a
 * worker that takes the waiting one in between leaves it nothing to do, and it returns a row of NULLs.
 * The next try sees the job as one that runs, and inserts its own.
 *
 * @throws JobNotQueuedError
 */
export async function queueJob(tx: Cause, request: JobRequest | CallRequest): Promise<void> {
  const key = 'call' in request ? request.name : null;
  const ids = 'call' in request ? [] : (request.ids ?? []);
  const notBefore = 'call' in request ? null : (request.notBefore ?? null);
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const [row] = await tx.query<{ id: string | null }>(
      `SELECT id::text AS id FROM graphile_worker.add_job($1, payload := $2::json, job_key := $3, queue_name := $4,
         run_at := $5::timestamptz, job_key_mode := 'preserve_run_at', max_attempts := 25)`,
      [request.name, JSON.stringify(ids), key, request.queue ?? null, notBefore],
    );
    if (row?.id) return;
  }
  throw new JobNotQueuedError(request.name);
}
