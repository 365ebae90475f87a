import { orDeadline, withoutRequest } from '#database';
import type { ProfileService } from '#directory';
import type { IndexedClearance } from '#identity';
import { CandidatePool } from '#matching';
import { INDEXED_CLEARANCES } from '#search';
import { toCandidate } from './to-candidate.js';

/** Profiles read at a time while catching up. */
const BATCH = 500;

/**
 * The matching pools, one for each clearance, kept in step with the database.
 *
 * Guarantee: after `catchUp` the pools hold every change that was committed before it was called,
 * even when transactions commit in another order than they began (see `changesSince` in #directory).
 */
export class CandidatePools {
  private readonly pools = new Map<IndexedClearance, CandidatePool>(
    INDEXED_CLEARANCES.map((clearance) => [clearance, new CandidatePool()]),
  );
  /** First transaction number whose changes may not all have been read. */
  private boundary = '0';
  /** Changes at or past the boundary that have been read, so that a long transaction costs no re-reading. */
  private seen = new Map<string, string>();
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  constructor(private readonly profiles: ProfileService) {}

  /** The pool as of the last catch-up. A ranking runs to its end before any update is applied. */
  pool(clearance: IndexedClearance): CandidatePool {
    const pool = this.pools.get(clearance);
    if (!pool) throw new Error(`There is no pool for ${clearance}.`);
    return pool;
  }

  /** Brings the pools to all that was committed before the call. Calls at the same time share the work. */
  async catchUp(): Promise<void> {
    return orDeadline(this.shared());
  }

  private async shared(): Promise<void> {
    if (!this.running) return this.begin();
    // The round under way may have looked before this caller's commit; the next one has not.
    this.next ??= this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<void> {
    this.next = null;
    this.running = withoutRequest(() => this.round()).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    const { boundary, changed, erased } = await this.profiles.changes(this.boundary);
    const fresh = changed.filter(({ id, xid }) => this.seen.get(id) !== xid);
    for (let from = 0; from < fresh.length; from += BATCH) {
      await this.refresh(fresh.slice(from, from + BATCH).map(({ id }) => id));
    }
    for (const id of erased) this.remove(id);
    this.boundary = boundary;
    this.seen = new Map(
      changed.filter(({ xid }) => BigInt(xid) >= BigInt(boundary)).map(({ id, xid }) => [id, xid]),
    );
  }

  private async refresh(ids: readonly string[]): Promise<void> {
    const records = await this.profiles.recordsByIds(ids);
    for (const clearance of INDEXED_CLEARANCES) {
      const pool = this.pool(clearance);
      const views = new Map(this.profiles.project(records, clearance).map((v) => [v.id, v]));
      for (const id of ids) {
        const view = views.get(id);
        if (view) pool.upsert(toCandidate(view));
        else pool.remove(id);
      }
    }
  }

  private remove(id: string): void {
    for (const pool of this.pools.values()) pool.remove(id);
  }
}
