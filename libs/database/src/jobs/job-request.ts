/** A background job as the code that causes it describes it. */
export interface JobRequest {
  /** Name of the handler. */
  readonly name: string;
  /** Ids the job is about; never field values, so that no personal data waits in the queue. */
  readonly ids: readonly string[];
  /**
   * Jobs of one key that wait at the same time merge into one, their ids put together. Jobs of one
   * queue run one after the other.
   */
  readonly key?: string;
  readonly queue?: string;
}

/** The SQL call that queues the job, for the transaction that causes it. */
export function jobRequest(request: JobRequest): [sql: string, parameters: unknown[]] {
  return [
    `SELECT graphile_worker.add_job($1, payload := $2::json, job_key := $3, queue_name := $4,
       job_key_mode := 'preserve_run_at', max_attempts := 25)`,
    [request.name, JSON.stringify(request.ids), request.key ?? null, request.queue ?? null],
  ];
}
