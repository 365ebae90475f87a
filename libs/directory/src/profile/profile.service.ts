import type { Database } from '#database';
import { INDEXED_CLEARANCES, type Viewer } from '#identity';
import type { ProfileSource, SearchableProfile } from '#search';
import { ProfileReader } from './profile-reader.js';
import type { ProfileRecord } from './profile-record.js';
import { projectProfile, type ProfileView } from './profile-view.js';

/** Rows read at a time when all profiles are walked through. */
const WALK = 500;

/**
 * Profiles as a viewer may see them. What a clearance may not see is decided here and nowhere else,
 * from the database as it stands now: no index and no cache has a say.
 */
export class ProfileService implements ProfileSource {
  private readonly reader: ProfileReader;

  constructor(
    database: Database,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.reader = new ProfileReader(database);
  }

  /** The visible profiles with these ids, by id, in one statement. Unknown and hidden are both absent. */
  async viewsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ProfileView>> {
    const records = await this.reader.byIds(ids);
    const views = records.map((record) => projectProfile(record, viewer.clearance, this.now()));
    return new Map(views.filter((view) => view !== null).map((view) => [view.id, view]));
  }

  /** What the search index may hold of these mediators: one entry for each clearance that sees her. */
  async byIds(ids: readonly string[]): Promise<SearchableProfile[]> {
    return this.indexed(await this.reader.byIds(ids));
  }

  /** The same for all mediators, in batches, in order of id. */
  async *all(): AsyncIterable<SearchableProfile[]> {
    for await (const records of this.walk()) yield this.indexed(records);
  }

  /** Every record, in batches, in order of id: for read models inside this process. */
  async *walk(): AsyncIterable<ProfileRecord[]> {
    let after: string | null = null;
    for (;;) {
      const records: ProfileRecord[] = await this.reader.after(after, WALK);
      const last = records.at(-1);
      if (!last) return;
      yield records;
      after = last.id;
    }
  }

  /** The views of these mediators at one clearance, absent where she is not visible: for read models. */
  async project(
    records: readonly ProfileRecord[],
    clearance: Viewer['clearance'],
  ): Promise<ProfileView[]> {
    const today = this.now();
    return records
      .map((record) => projectProfile(record, clearance, today))
      .filter((view) => view !== null);
  }

  private indexed(records: readonly ProfileRecord[]): ProfileView[] {
    const today = this.now();
    return records.flatMap((record) =>
      INDEXED_CLEARANCES.map((clearance) => projectProfile(record, clearance, today)).filter(
        (view) => view !== null,
      ),
    );
  }
}
