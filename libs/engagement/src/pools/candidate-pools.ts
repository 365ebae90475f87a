import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import { SharedRounds } from '#database';
import { ProfileService } from '#directory';
import type { IndexedClearance } from '#identity';
import { INDEXED_CLEARANCES } from '#search';
import { traced } from '#telemetry';
import { PoolThreads, type PoolReader, type PoolSizes } from './pool-threads.js';
import { toCandidate } from './to-candidate.js';

/** Profiles read at a time while catching up. */
const BATCH = 500;

/**
 * The matching pools, one for each clearance, in threads of their own, kept in step with the database.
 *
 * Guarantee: what is asked after `catchUp` is answered from every change that was committed before it was
 * called, even when transactions commit in another order than they began (see `changesSince` in #directory).
 */
@Injectable()
export class CandidatePools implements OnApplicationShutdown {
  private readonly threads: PoolThreads;
  /** First transaction number whose changes may not all have been read. */
  private boundary = '0';
  /** Changes at or past the boundary that have been read, so that a long transaction costs no re-reading. */
  private seen = new Map<string, string>();
  /** The day as of which the pools say who is stale; a day may pass without any change. */
  private day: string | null = null;
  private sizes: PoolSizes = {};
  /** When the last round that came to its end began. */
  private caughtUp: Date | null = null;
  private readonly rounds = new SharedRounds(() => this.round());

  constructor(
    private readonly profiles: ProfileService,
    @Inject(APP_SETTINGS) settings: Pick<Settings, 'matchingThreads' | 'matchingQueue'>,
  ) {
    this.threads = new PoolThreads(settings.matchingThreads, settings.matchingQueue);
  }

  /** The pool, for questions. Each is answered to its end before any update is applied. */
  pool(clearance: IndexedClearance): PoolReader {
    return {
      ask: (operation, ...args) =>
        traced(`pool ${operation}`, { 'baraza.clearance': clearance }, () =>
          this.threads.ask(clearance, operation, args),
        ),
    };
  }

  /** How many candidates each pool has, and as of when; null before the first catch-up. */
  standing(): { readonly sizes: PoolSizes; readonly asOf: Date | null } {
    return { sizes: this.sizes, asOf: this.caughtUp };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    await this.threads.close();
  }

  /** Brings the pools to all that was committed before the call. Calls at the same time share the work. */
  async catchUp(): Promise<void> {
    return this.rounds.join();
  }

  private async round(): Promise<void> {
    const begun = new Date();
    const today = this.profiles.today();
    if (this.threads.isEmpty) {
      // The first time, or after a thread has broken down: the threads are told everything.
      this.boundary = '0';
      this.seen.clear();
      this.sizes = await this.threads.change([]);
    }
    const { boundary, changed, erased } = await this.profiles.changes(this.boundary);
    const due =
      this.day === null || this.day === today
        ? []
        : await this.profiles.staleSince(this.day, today);
    const fresh = changed.filter(({ id, version }) => this.seen.get(id) !== version);
    const ids = [...new Set([...fresh.map(({ id }) => id), ...due])];
    for (let from = 0; from < ids.length; from += BATCH) {
      await this.refresh(ids.slice(from, from + BATCH));
    }
    this.day = today;
    if (erased.length > 0) {
      this.sizes = await this.threads.change(
        INDEXED_CLEARANCES.map((clearance) => ({ clearance, upserts: [], removals: erased })),
      );
    }
    this.boundary = boundary;
    this.seen = new Map(
      changed
        .filter(({ xid }) => BigInt(xid) >= BigInt(boundary))
        .map(({ id, version }) => [id, version]),
    );
    this.caughtUp = begun;
  }

  private async refresh(ids: readonly string[]): Promise<void> {
    const records = await this.profiles.recordsByIds(ids);
    const changes = INDEXED_CLEARANCES.map((clearance) => {
      const upserts = this.profiles.project(records, clearance).map(toCandidate);
      const kept = new Set(upserts.map(({ id }) => id));
      return { clearance, upserts, removals: ids.filter((id) => !kept.has(id)) };
    });
    this.sizes = await this.threads.change(changes);
  }
}
