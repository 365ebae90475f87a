import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type CallRequest, type JobHandler } from '#database';
import {
  INDEXED_CLEARANCES,
  type IndexedClearance,
  type SearchableProfile,
} from '../document/search-document.js';
import { toSearchDocument } from '../document/to-search-document.js';
import { SearchUnavailableError } from '../errors.js';
import { type Rebuild, SearchIndex } from '../search-index.js';
import { SetAsideProfiles, type SetAside } from './set-aside.js';
import { SearchSuppression } from './search-suppression.js';

const SYNC_JOB = 'search-index-sync';
/** Changes taken up at a time by a rebuild. */
const BATCH = 500;
/** Changes taken up at a time otherwise: searches that the process answers wait while documents are made. */
const CATCH_UP = 100;
/** More differing mediators than this, and more than half of all, are reason to build everything anew. */
const MANY = 1_000;
/** An id that no mediator can have was put there by somebody else. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REBUILD_LOCK = 'search-index-rebuild';
const SYNC_LOCK = 'search-index-sync';

/** The profiles as they stand in the database, for every clearance that has documents. */
export abstract class ProfileSource {
  /** Of each of these mediators, what each clearance sees; nothing for one that none may see. */
  abstract byIds(ids: readonly string[]): Promise<SearchableProfile[]>;
  /** All of them, in batches. */
  abstract all(): AsyncIterable<SearchableProfile[]>;
  /**
   * Ids of mediators that changed or were erased since a boundary, and the boundary for the next call.
   * No change is missed, in whatever order transactions commit. A null boundary asks for none.
   */
  abstract changedSince(boundary: string | null): Promise<{ boundary: string; ids: string[] }>;
}

/** How far the index is behind. */
export interface IndexBacklog {
  /** Mediators with changes that wait: a number that grows says that no worker runs. */
  readonly waiting: number;
  /** Seconds that the oldest of these changes has waited. */
  readonly waitingSeconds: number;
  readonly setAside: readonly SetAside[];
}

/**
 * The job that brings the index to what the database says, for `tx.addJob` in the transaction that
 * changes profiles. Whose documents they are the database writes down itself, in `search_pending`.
 */
export function indexSyncJob(): CallRequest {
  return { name: SYNC_JOB, queue: SYNC_JOB, call: true };
}

/**
 * Keeps the index in step with the database. What has changed stands in `search_pending` until the
 * documents made of the rows as they are now have replaced the old ones, so late, doubled and lost jobs
 * do no harm. It also looks by itself every minute: after a failure, whether the engine still holds
 * what it should.
 */
@Injectable()
@BackgroundJob()
export class IndexSync implements JobHandler {
  readonly name = SYNC_JOB;
  readonly schedule = '* * * * *';
  private readonly suppression: SearchSuppression;
  private readonly setAside: SetAsideProfiles;
  private prepared = false;
  /** Whether the index may have lost something since it was last looked through. */
  private doubtful = false;

  constructor(
    private readonly index: SearchIndex,
    private readonly source: ProfileSource,
    private readonly database: Database,
  ) {
    this.suppression = new SearchSuppression(database);
    this.setAside = new SetAsideProfiles(database);
  }

  async handle(): Promise<void> {
    if (this.doubtful) await this.heal();
    await this.engaged(() => this.catchUp());
  }

  /**
   * Builds a fresh index beside the live one and swaps them. Whatever is written meanwhile is in the
   * fresh one: changes since the boundary taken before the walk are written to it before the swap, and
   * taken up once more afterwards, when every job writes to it already.
   */
  async rebuild(onProgress: (mediators: number) => void = () => undefined): Promise<void> {
    await this.engaged(() =>
      this.database.exclusively(REBUILD_LOCK, (lost) => this.rebuildAlone(lost, onProgress)),
    );
  }

  /**
   * Compares every document by its digest with what the database says, and replaces those that differ,
   * are missing or are too many; where most of them are, all are built anew. Changes that still wait
   * for their job are no difference. Gives how many mediators it had to mend.
   */
  async heal(): Promise<number> {
    return this.engaged(async () => {
      const mended = await this.database.exclusively(REBUILD_LOCK, async (lost) => {
        await this.index.prepare();
        const { ids, all } = await this.differing();
        const foreign = ids.some((id) => !UUID.test(id));
        if (foreign || (ids.length > MANY && ids.length > all / 2)) {
          await this.rebuildAlone(lost);
          return ids.length;
        }
        return this.pend(ids);
      });
      await this.catchUp();
      this.doubtful = false;
      return mended;
    });
  }

  async backlog(): Promise<IndexBacklog> {
    const [row] = await this.database.query<Omit<IndexBacklog, 'setAside'>>(
      `SELECT count(DISTINCT mediator_id)::int AS waiting,
         coalesce(floor(extract(epoch FROM now() - min(since))), 0)::int AS "waitingSeconds" FROM search_pending`,
    );
    return { waiting: 0, waitingSeconds: 0, ...row, setAside: await this.setAside.all() };
  }

  /** Settings come before documents; after a failure nobody knows what the engine still has. */
  private async engaged<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (!this.prepared) await this.index.prepare();
      this.prepared = true;
      return await work();
    } catch (error) {
      this.prepared = false;
      this.doubtful = true;
      throw error;
    }
  }

  /** Replaces the documents of all whose changes wait. Two at a time could write an older one last. */
  private async catchUp(): Promise<void> {
    const waiting = await this.database.query('SELECT FROM search_pending LIMIT 1');
    if (waiting.length === 0) return;
    await this.database.exclusively(SYNC_LOCK, async (lost) => {
      const live: Target = {
        replace: (ids, documents) => whileHeld(lost, () => this.index.replace(ids, documents)),
      };
      for (;;) {
        const changes = await this.database.query<{ change: string; id: string }>(
          `SELECT id::text AS change, mediator_id AS id FROM search_pending ORDER BY id LIMIT ${CATCH_UP}`,
        );
        if (changes.length === 0) return;
        const ids = [...new Set(changes.map(({ id }) => id))];
        const marks = await this.suppression.marks(ids);
        await this.replace(live, ids);
        await this.suppression.release(marks);
        await this.database.query('DELETE FROM search_pending WHERE id = ANY($1::bigint[])', [
          changes.map(({ change }) => change),
        ]);
      }
    });
  }

  /** @param lost the signal of the lock under which this is done */
  private async rebuildAlone(
    lost: AbortSignal,
    onProgress: (mediators: number) => void = () => undefined,
  ): Promise<void> {
    const start = await this.source.changedSince(null);
    const marks = await this.suppression.marks();
    const fresh = await this.beginHeld(lost);
    try {
      let done = 0;
      for await (const profiles of this.source.all()) {
        await this.add(fresh, profiles);
        done += new Set(profiles.map(({ id }) => id)).size;
        onProgress(done);
      }
      const refused = await fresh.refused();
      for (const id of refused) await this.replaceOne(fresh, id);
      const { ids } = await this.source.changedSince(start.boundary);
      for (let from = 0; from < ids.length; from += BATCH) {
        await this.replace(fresh, ids.slice(from, from + BATCH));
      }
      await fresh.swap();
    } catch (error) {
      if (lost.aborted) await this.abandonUnheld(fresh, error);
      else await fresh.abandon();
      throw error;
    }
    // What had changed before the walk began is in the new index: an import of 100,000 would be taken up a second time.
    await this.database.query('DELETE FROM search_pending WHERE changed_xid < $1::bigint', [
      start.boundary,
    ]);
    await this.pend((await this.source.changedSince(start.boundary)).ids);
    await this.catchUp();
    await this.suppression.release(marks);
  }

  /** Begins a fresh index that takes nothing more, and takes no place, once the lock is lost. */
  private async beginHeld(lost: AbortSignal): Promise<Rebuild> {
    lost.throwIfAborted();
    const fresh = await this.index.beginRebuild();
    return {
      add: (documents) => whileHeld(lost, () => fresh.add(documents)),
      refused: () => whileHeld(lost, () => fresh.refused()),
      replace: (ids, documents) => whileHeld(lost, () => fresh.replace(ids, documents)),
      swap: () => whileHeld(lost, () => fresh.swap()),
      abandon: () => fresh.abandon(),
    };
  }

  /** After the lock was lost there may be the fresh index of another process in its place: then this one is gone. */
  private async abandonUnheld(fresh: Rebuild, error: unknown): Promise<void> {
    await this.database.exclusively(
      REBUILD_LOCK,
      () => fresh.abandon(),
      () => error as Error,
    );
  }

  /** Adds profiles to a fresh index; where the engine does not take them, one by one. */
  private async add(fresh: Rebuild, profiles: readonly SearchableProfile[]): Promise<void> {
    const ids = new Set(profiles.map(({ id }) => id));
    try {
      await fresh.add(profiles.map(toSearchDocument));
      await this.setAside.remove([...ids]);
    } catch (error) {
      if (isSilence(error)) throw error;
      for (const id of ids) await this.replaceOne(fresh, id);
    }
  }

  /** Replaces the documents of a batch; where one of them is faulty, the others go on without it. */
  private async replace(target: Target, ids: readonly string[]): Promise<void> {
    try {
      await this.replaceAll(target, ids);
    } catch (error) {
      if (isSilence(error)) throw error;
      for (const id of ids) await this.replaceOne(target, id);
    }
  }

  /**
   * Where her documents cannot replace the old ones, the old ones are removed all the same, so that
   * nothing of hers is found that is not true any more. When that fails too, it is not her documents.
   */
  private async replaceOne(target: Target, id: string): Promise<void> {
    try {
      await this.replaceAll(target, [id]);
    } catch (error) {
      if (isSilence(error)) throw error;
      await target.replace([id], []);
      await this.setAside.add(id, error);
    }
  }

  private async replaceAll(target: Target, ids: readonly string[]): Promise<void> {
    const profiles = await this.source.byIds(ids);
    await target.replace(ids, profiles.map(toSearchDocument));
    await this.setAside.remove(ids);
  }

  /** Mediators whose documents are not what they should be, and how many have documents at all. */
  private async differing(): Promise<{ ids: string[]; all: number }> {
    const held = new Map<IndexedClearance, Map<string, string>>();
    for (const clearance of INDEXED_CLEARANCES) {
      const digests = new Map<string, string>();
      for await (const batch of this.index.held(clearance)) {
        for (const { mediatorId, digest } of batch) digests.set(mediatorId, digest);
      }
      held.set(clearance, digests);
    }
    const differing = new Set<string>();
    const all = new Set<string>();
    for await (const profiles of this.source.all()) {
      for (const { clearance, mediatorId, digest } of profiles.map(toSearchDocument)) {
        all.add(mediatorId);
        if (held.get(clearance)?.get(mediatorId) !== digest) differing.add(mediatorId);
        held.get(clearance)?.delete(mediatorId);
      }
    }
    for (const left of held.values()) for (const id of left.keys()) differing.add(id);
    return { ids: [...differing], all: all.size };
  }

  /** Writes down that these have to be brought up to date, where nobody has; gives how many that are. */
  private async pend(ids: readonly string[]): Promise<number> {
    const added = await this.database.query(
      `INSERT INTO search_pending (mediator_id) SELECT id FROM unnest($1::uuid[]) AS given(id)
       WHERE NOT EXISTS (SELECT FROM search_pending p WHERE p.mediator_id = given.id) RETURNING id`,
      [ids],
    );
    return added.length;
  }
}

/** What documents are written to: the live index or a fresh one. */
type Target = Pick<SearchIndex, 'replace'>;

/** Fails once the lock is lost under which the documents were made: another process may have newer ones. */
async function whileHeld<T>(lost: AbortSignal, step: () => Promise<T>): Promise<T> {
  lost.throwIfAborted();
  const done = await step();
  lost.throwIfAborted();
  return done;
}

/** Whether the engine said nothing at all: then no document is at fault, and none should be tried alone. */
function isSilence(error: unknown): boolean {
  return error instanceof SearchUnavailableError && !error.answered;
}
