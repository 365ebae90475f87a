import { SharedRounds, type PreparedReader } from '#database';
import { selectChanged, selectErased } from './profile-changes.js';
import { readVersioned, type ReadProfile } from './profile-reader.js';
import type { ProfileRecord } from './profile-record.js';

/** Most records that are kept: some 20 MB, and some 10 MB more for each clearance whose views of all of them are asked for. */
const KEPT = 5_000;
/** Milliseconds after which a record that nobody asked for is forgotten. */
const UNUSED = 15 * 60_000;
/** Milliseconds that an answer to what has changed may be old when profiles are given out by it. */
const FRESH = 100;
/** After which asking what has changed is given up. */
const PATIENCE_SECONDS = 15;

/** In a query of its own, for then one plan fits every boundary: making it took as long as all the rest. */
const BOUNDARY = '(SELECT $1::bigint)';

/**
 * Mediators changed, by themselves or with their class, or erased by transactions numbered from $1 on, by id with the number of the last; more
 * than are kept say that there are too many to tell apart. Versions of all networks, which are few. The
 * boundary to ask from next: see `changesSince`.
 */
const CHANGES = {
  name: 'profile-cache-changes',
  text: `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS boundary,
  (SELECT coalesce(json_object_agg(id, version), '{}') FROM (
     SELECT id, version FROM (${selectChanged(BOUNDARY, KEPT + 1)}) AS change
     UNION ALL (${selectErased(BOUNDARY, KEPT + 1)})) AS version) AS changed,
  (SELECT coalesce(json_object_agg(id, xmin::text), '{}') FROM network) AS networks`,
};

/** Versions by id. */
type Versions = Readonly<Record<string, string>>;

interface Changes {
  readonly boundary: string;
  readonly changed: Versions;
  readonly networks: Versions;
}

interface Held {
  readonly profile: ReadProfile;
  readonly usedAt: number;
}

/** Reads profiles after it has asked what has changed; a request begins one before it knows whose it needs. */
export interface Prefetch {
  /** The profiles with these ids, in any order; ids that do not exist are simply absent. */
  byIds(ids: readonly string[]): Promise<ProfileRecord[]>;
}

/**
 * Records that were read before, for requests that read the same profiles again and again.
 *
 * Guarantee: what is returned is what the database held at a moment after the reading began, and at most
 * `FRESH` milliseconds ago. Every reading waits for an answer to what has changed that was asked
 * for after it began, which readings that wait at the same time share; nothing is believed without that.
 * Whatever a transaction changed in a profile is told by its number, and no change is ever missed: one
 * that was not told because its transaction was still open is past the boundary that is asked from next.
 */
export class ProfileCache {
  /** By id; the one that was not used for longest comes first. */
  private readonly held = new Map<string, Held>();
  /** Up to where changes have been told. */
  private boundary = '0';
  /** For each statement that reads profiles now: who was told to have changed meanwhile. */
  private readonly underWay = new Set<Set<string>>();
  private readonly rounds = new SharedRounds(() => this.catchUp(), PATIENCE_SECONDS);

  constructor(
    private readonly database: PreparedReader,
    private readonly now: () => Date,
  ) {}

  /** The profiles with these ids, as a reading gives them; none that is not kept needs to be asked about. */
  async byIds(ids: readonly string[]): Promise<ProfileRecord[]> {
    if (ids.some((id) => this.held.has(id))) return this.prefetch().byIds(ids);
    return (await this.readAnew(ids)).map(({ record }) => record);
  }

  /** Begins to ask what has changed, while the request finds out whose profiles it needs. */
  prefetch(): Prefetch {
    const startedAt = this.now().getTime();
    const catchingUp = this.rounds.join();
    // Told to whoever reads; a request that failed before it did is answered already.
    catchingUp.catch(() => undefined);
    return {
      byIds: async (ids) => {
        if (ids.length === 0) return [];
        const networks = await catchingUp;
        const isFresh = this.now().getTime() - startedAt <= FRESH;
        return this.read(ids, isFresh ? networks : await this.rounds.join());
      },
    };
  }

  private async read(ids: readonly string[], networks: Versions): Promise<ProfileRecord[]> {
    const current = ids
      .flatMap((id) => this.held.get(id)?.profile ?? [])
      .filter((profile) => namesAreCurrent(profile, networks));
    this.keep(current);
    const found = new Set(current.map(({ record }) => record.id));
    const read = await this.readAnew(ids.filter((id) => !found.has(id)));
    return [...current, ...read].map(({ record }) => record);
  }

  private async readAnew(ids: readonly string[]): Promise<ReadProfile[]> {
    const changed = new Set<string>();
    this.underWay.add(changed);
    try {
      const read = await readVersioned(this.database, ids);
      // Where too much has changed to be told, nothing that was read meanwhile is kept.
      const isTold = this.underWay.has(changed);
      this.keep(isTold ? read.filter(({ record }) => !changed.has(record.id)) : []);
      return read;
    } finally {
      this.underWay.delete(changed);
    }
  }

  /** Forgets what has changed; the networks as they are now. */
  private async catchUp(): Promise<Versions> {
    const rows = await this.database.queryPrepared<Changes>(CHANGES, [this.boundary]);
    const [{ boundary, changed, networks }] = rows as [Changes];
    const changes = Object.entries(changed);
    if (changes.length > KEPT) {
      this.held.clear();
      this.underWay.clear();
    }
    for (const [id, version] of changes) {
      if (this.held.get(id)?.profile.version !== version) this.held.delete(id);
      for (const meanwhile of this.underWay) meanwhile.add(id);
    }
    this.boundary = boundary;
    return networks;
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

function namesAreCurrent({ networks }: ReadProfile, versions: Versions): boolean {
  return Object.entries(networks).every(([id, version]) => versions[id] === version);
}
