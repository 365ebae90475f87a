import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { EXPIRY, PROFILE_STEPS } from './curation/states.js';
import { dayOf } from '#kernel';
import { Database } from '#database';
import { hidden, type Clearance, type IndexedClearance, type Viewer } from '#identity';
import { INDEXED_CLEARANCES, type ProfileSource, type SearchableProfile } from '#search';
import { changesSince, currentBoundary, type Changes } from './profile/profile-changes.js';
import { ProfileCache } from './profile/profile-cache.js';
import { ProfileReader } from './profile/profile-reader.js';
import type { ProfileRecord } from './profile/profile-record.js';
import { projectProfile, type ProfileView } from './profile/profile-view.js';
import { searchable } from './profile/searchable.js';
import { SeenProfiles } from './profile/seen-profiles.js';
import { wholeProfiles, type WholeProfile } from './curation/whole-profile.js';

/** Rows read at a time when all profiles are walked through. */
const WALK = 500;

const STALE_SINCE = `
SELECT id FROM mediator m CROSS JOIN LATERAL
  (SELECT coalesce(m.confirmed_on, (m.created_at AT TIME ZONE 'UTC')::date) + $3::int AS due) AS day
WHERE m.state = 'published' AND due > $1::date AND due <= $2::date`;

/** Reads the visible profiles with some ids, by id. */
export interface PrefetchedViews {
  byIds(ids: readonly string[]): Promise<Map<string, ProfileView>>;
}

/**
 * Profiles as a viewer may see them. What a clearance may not see is decided here and nowhere else,
 * from the database as it stands now: no index has a say, and no record that it does not confirm.
 */
@Injectable()
export class ProfileService implements ProfileSource {
  private readonly reader: ProfileReader;
  private readonly cache: ProfileCache;
  private readonly seen = new SeenProfiles();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
    /** Days after which a profile that nobody confirmed anew is stale. */
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'confirmAfterDays'> = { confirmAfterDays: 365 },
  ) {
    this.reader = new ProfileReader(database);
    this.cache = new ProfileCache(database, now);
  }

  /**
   * The visible profiles with these ids, by id, in at most two statements. Unknown and hidden are both
   * absent.
   */
  async viewsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ProfileView>> {
    return this.views(viewer, await this.cache.byIds(ids));
  }

  /** The same for a request that finds out whose it needs while the database is asked what has changed. */
  prefetchViews(viewer: Viewer): PrefetchedViews {
    const reading = this.cache.prefetch();
    return {
      byIds: async (ids) => this.views(viewer, await reading.byIds(ids)),
    };
  }

  /**
   * All that is held about one woman but contact data, for her curators and herself. The id of a
   * record that was merged into another finds that one.
   *
   * @throws NotFoundError where there is none that the viewer may see whole
   */
  async whole(viewer: Viewer, id: string): Promise<WholeProfile> {
    const found = (await this.wholes(viewer, [id])).get(id);
    if (!found) throw hidden(viewer, 'profile');
    return found;
  }

  /** The same for many, by the ids that were asked for; unknown and hidden ones are both absent. */
  async wholes(viewer: Viewer, ids: readonly string[]): Promise<Map<string, WholeProfile>> {
    return wholeProfiles(this.database, viewer, ids);
  }

  /** What the search index may hold of these mediators: one entry for each clearance that sees her. */
  async byIds(ids: readonly string[]): Promise<SearchableProfile[]> {
    return this.indexed(await this.reader.byIds(ids));
  }

  /** The same for all mediators, in batches, in order of id. */
  async *all(): AsyncIterable<SearchableProfile[]> {
    for await (const records of this.allRecords()) yield this.indexed(records);
  }

  /** Whole records of all mediators, in batches, in order of id, for read models that keep to `project`. */
  async *allRecords(): AsyncIterable<ProfileRecord[]> {
    let after: string | null = null;
    for (;;) {
      const records: ProfileRecord[] = await this.reader.after(after, WALK);
      const last = records.at(-1);
      if (!last) return;
      yield records;
      after = last.id;
    }
  }

  async changedSince(boundary: string | null): Promise<{ boundary: string; ids: string[] }> {
    if (boundary === null) return { boundary: await currentBoundary(this.database), ids: [] };
    const changes = await changesSince(this.database, boundary);
    return {
      boundary: changes.boundary,
      ids: [...changes.changed.map(({ id }) => id), ...changes.erased],
    };
  }

  /** Changes for read models inside this process; see `changesSince`. */
  async changes(boundary: string): Promise<Changes> {
    return changesSince(this.database, boundary);
  }

  /** Whole records, for read models inside this process that keep to `project`. */
  async recordsByIds(ids: readonly string[]): Promise<ProfileRecord[]> {
    return this.reader.byIds(ids);
  }

  /** The views of these records at one clearance; absent where she is not visible. */
  project(records: readonly ProfileRecord[], clearance: IndexedClearance): ProfileView[] {
    const today = this.now();
    return records
      .map((record) => this.projected(record, clearance, today))
      .filter((view) => view !== null);
  }

  /**
   * Profiles that became stale between the two days, the first left out, because nobody confirmed them:
   * by the day alone, whether or not the job has marked them.
   */
  async staleSince(before: string, today: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(STALE_SINCE, [
      before,
      today,
      this.settings.confirmAfterDays,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Today as it is judged here (ISO 8601, UTC). */
  today(): string {
    return dayOf(this.now());
  }

  /** A published profile whose day has come is stale at once. */
  private asOf(record: ProfileRecord, today: Date): ProfileRecord {
    if (record.state !== 'published') return record;
    const { confirmedOn, createdAt } = record;
    const { confirmAfterDays } = this.settings;
    const due = EXPIRY.dueAt({ confirmedOn, createdAt, confirmAfterDays });
    const isDue = due !== null && due.getTime() <= today.getTime();
    return isDue ? { ...record, state: PROFILE_STEPS.next('expire', record.state) } : record;
  }

  private projected(record: ProfileRecord, clearance: Clearance, today: Date): ProfileView | null {
    return projectProfile(this.asOf(record, today), clearance, today);
  }

  private views(
    { clearance }: Viewer,
    records: readonly ProfileRecord[],
  ): Map<string, ProfileView> {
    const today = this.now();
    const found = new Map<string, ProfileView>();
    for (const record of records) {
      const view = this.seen.of(record, clearance, dayOf(today), () =>
        this.projected(record, clearance, today),
      );
      if (view) found.set(view.id, view);
    }
    return found;
  }

  private indexed(records: readonly ProfileRecord[]): SearchableProfile[] {
    return INDEXED_CLEARANCES.flatMap((clearance) =>
      this.project(records, clearance).map(searchable),
    );
  }
}
