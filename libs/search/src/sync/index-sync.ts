import type { Database, JobHandler, JobRequest } from '#database';
import { INDEXED_CLEARANCES, type SearchableProfile } from '../document/search-document.js';
import { toSearchDocument } from '../document/to-search-document.js';
import type { SearchIndex } from '../search-index.js';
import { Withheld } from './withheld.js';

const SYNC_JOB = 'search-index-sync';
/** Documents sent at a time. */
const BATCH = 500;
/** Ids of a job that is large enough to be worth a run of its own. */
const LARGE = 100;
const REBUILD_LOCK = 'search-index-rebuild';

/** The profiles as they stand in the database, for every clearance that has documents. */
export interface ProfileSource {
  /** Of each of these mediators, what each clearance sees; nothing for one that none may see. */
  byIds(ids: readonly string[]): Promise<SearchableProfile[]>;
  /** All of them, in batches. */
  all(): AsyncIterable<SearchableProfile[]>;
  /** How many mediators are visible to at least one clearance. */
  countListed(): Promise<number>;
  /**
   * Ids of mediators that changed or were erased since a boundary, and the boundary for the next call.
   * No change is missed, in whatever order transactions commit. A null boundary asks for none.
   */
  changedSince(boundary: string | null): Promise<{ boundary: string; ids: string[] }>;
}

/** How far the index is behind. */
export interface Backlog {
  /** Mediators named in jobs that wait. */
  readonly waiting: number;
  /** Ids of jobs that failed so often that they are not tried again. */
  readonly givenUp: readonly string[];
}

/**
 * The job that brings these mediators' documents to what the database says, for `tx.addJob` in the
 * transaction that changes them. Small jobs that wait merge into one; a large one stands alone, for
 * each merging copies all the ids that wait.
 */
export function indexSyncJob(ids: readonly string[]): JobRequest {
  const key = ids.length < LARGE ? SYNC_JOB : undefined;
  return { name: SYNC_JOB, ids, key, queue: SYNC_JOB };
}

/**
 * Keeps the index in step with the database. The job holds ids only and reads each row as it is when
 * the job runs, in a queue of its own, so late, doubled and reordered jobs do no harm.
 */
export class IndexSync implements JobHandler {
  readonly name = SYNC_JOB;
  private readonly withheld: Withheld;

  constructor(
    private readonly index: SearchIndex,
    private readonly source: ProfileSource,
    private readonly database: Database,
  ) {
    this.withheld = new Withheld(database);
  }

  async handle(ids: readonly string[]): Promise<void> {
    const marks = await this.withheld.marks(ids);
    await this.replace(this.index, ids);
    await this.withheld.release(marks);
  }

  /**
   * Builds a fresh index beside the live one and swaps them. Whatever is written meanwhile is in the
   * fresh one: changes since the boundary taken before the walk are written to it once before the swap
   * and once after, when every job writes to it already.
   */
  async rebuild(onProgress: (mediators: number) => void = () => undefined): Promise<void> {
    await this.database.exclusively(REBUILD_LOCK, () => this.rebuildAlone(onProgress));
  }

  /**
   * Rebuilds an index that does not hold what it should: one made by another version of this program,
   * one that lost its files, one that never was filled, one that a job gave up on. Changes that still
   * wait for their job are no reason. Returns whether it had to.
   */
  async heal(): Promise<boolean> {
    return this.database.exclusively(REBUILD_LOCK, async () => {
      const [status, listed, { waiting, givenUp }] = await Promise.all([
        this.index.status(),
        this.source.countListed(),
        this.backlog(),
      ]);
      const wanted = listed * INDEXED_CLEARANCES.length;
      const differs = status.documents !== wanted && (waiting === 0 || status.documents === 0);
      if (!differs && status.outdated === 0 && givenUp.length === 0) return false;
      await this.rebuildAlone();
      await this.database.query('SELECT graphile_worker.complete_jobs($1::bigint[])', [givenUp]);
      return true;
    });
  }

  /** Changes that wait to reach the index: a number that grows says that no worker runs. */
  async backlog(): Promise<Backlog> {
    const [row] = await this.database.query<Backlog>(
      `SELECT coalesce(sum(json_array_length(payload)) FILTER (WHERE attempts < max_attempts), 0)::int AS waiting,
         coalesce(array_agg(job.id::text) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL), '{}') AS "givenUp"
       FROM graphile_worker._private_jobs AS job
       JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = $1`,
      [SYNC_JOB],
    );
    return row ?? { waiting: 0, givenUp: [] };
  }

  private async rebuildAlone(
    onProgress: (mediators: number) => void = () => undefined,
  ): Promise<void> {
    const start = await this.source.changedSince(null);
    const marks = await this.withheld.marks();
    const fresh = await this.index.beginRebuild();
    try {
      let done = 0;
      for await (const profiles of this.source.all()) {
        await fresh.replace([], profiles.map(toSearchDocument));
        done += new Set(profiles.map(({ id }) => id)).size;
        onProgress(done);
      }
      await this.replace(fresh, (await this.source.changedSince(start.boundary)).ids);
      await fresh.swap();
    } catch (error) {
      await fresh.abandon();
      throw error;
    }
    await this.replace(this.index, (await this.source.changedSince(start.boundary)).ids);
    await this.withheld.release(marks);
  }

  private async replace(
    target: Pick<SearchIndex, 'replace'>,
    ids: readonly string[],
  ): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      const profiles = await this.source.byIds(batch);
      await target.replace(batch, profiles.map(toSearchDocument));
    }
  }
}
