import type { PreparedReader } from '#database';
import { readVersioned, type ReadProfile } from './profile-reader.js';
import type { ProfileRecord } from './profile-record.js';

/** Most records that are kept, some 20 MB. */
const KEPT = 5_000;
/** Milliseconds after which a record that nobody asked for is forgotten. */
const UNUSED = 15 * 60_000;

/** The versions of these mediators and networks as they are committed now; what does not exist is absent. */
const VERSIONS = {
  name: 'profile-versions',
  text: `SELECT id, changed_xid::text AS version FROM mediator WHERE id = ANY($1::uuid[])
UNION ALL SELECT id, xmin::text FROM network WHERE id = ANY($2::uuid[])`,
};

interface Held {
  readonly profile: ReadProfile;
  readonly usedAt: number;
}

/**
 * Records that were read before, for requests that read the same profiles again and again.
 *
 * Guarantee: what is returned is what the database holds at the time of the call. Every call asks it
 * which versions are in force and reads those it does not have; nothing is believed without that. A
 * woman who was erased is forgotten by the call that asks for her.
 */
export class ProfileCache {
  /** By id; the one that was not used for longest comes first. */
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly database: PreparedReader,
    private readonly now: () => Date,
  ) {}

  /** The profiles with these ids, in any order; ids that do not exist are simply absent. */
  async byIds(ids: readonly string[]): Promise<ProfileRecord[]> {
    const known = ids.flatMap((id) => this.held.get(id)?.profile ?? []);
    const versions = await this.versionsOf(known);
    const current = known.filter((profile) => isCurrent(profile, versions));
    for (const { record } of known) if (!versions.has(record.id)) this.held.delete(record.id);

    const found = new Set(current.map(({ record }) => record.id));
    const missing = ids.filter((id) => !found.has(id));
    const profiles = [...current, ...(await readVersioned(this.database, missing))];
    this.keep(profiles);
    return profiles.map(({ record }) => record);
  }

  private async versionsOf(known: readonly ReadProfile[]): Promise<ReadonlyMap<string, string>> {
    if (known.length === 0) return new Map();
    const networks = new Set(known.flatMap(({ networks: each }) => Object.keys(each)));
    const ids = known.map(({ record }) => record.id);
    const rows = await this.database.queryPrepared<{ id: string; version: string }>(VERSIONS, [
      ids,
      [...networks],
    ]);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  private keep(profiles: readonly ReadProfile[]): void {
    const usedAt = this.now().getTime();
    for (const profile of profiles) {
      // Taken out first, so that it comes last.
      this.held.delete(profile.record.id);
      this.held.set(profile.record.id, { profile, usedAt });
    }
    for (const [id, entry] of this.held) {
      if (this.held.size <= KEPT && entry.usedAt > usedAt - UNUSED) break;
      this.held.delete(id);
    }
  }
}

function isCurrent(
  { record, version, networks }: ReadProfile,
  versions: ReadonlyMap<string, string>,
): boolean {
  return (
    versions.get(record.id) === version &&
    Object.entries(networks).every(([id, of]) => versions.get(id) === of)
  );
}
