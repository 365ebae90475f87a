import type { Settings } from '#config';
import { Database, JobRunner } from '#database';
import {
  AffiliationService,
  CurationService,
  directoryEntities,
  HistoryService,
  LifeCycleService,
  MergeService,
  NetworkService,
  ProfileService,
  WorkListService,
} from '#directory';
import { CandidatePools, engagementEntities, MatchService, NeedService } from '#engagement';
import { PUBLIC_VIEWER, type ViewerSource } from '#identity';
import { createSearchIndex, IndexHeal, IndexSync, type SearchIndex } from '#search';

/** Every service of the house, put together by hand: who uses whom can be read here. */
export interface Rooms {
  readonly database: Database;
  readonly viewers: ViewerSource;
  readonly networks: NetworkService;
  readonly profiles: ProfileService;
  readonly curation: CurationService;
  readonly lifeCycle: LifeCycleService;
  readonly history: HistoryService;
  readonly workLists: WorkListService;
  readonly merges: MergeService;
  readonly memberships: AffiliationService;
  readonly search: SearchIndex;
  readonly indexSync: IndexSync;
  readonly pools: CandidatePools;
  readonly matches: MatchService;
  readonly needs: NeedService;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

/**
 * Opens the database, migrated, and the search index, ready for traffic.
 *
 * @throws DatabaseUnavailableError, EmbeddedPostgresError, SearchUnavailableError; nothing stays open then.
 */
export async function openRooms(settings: Settings): Promise<Rooms> {
  const database = await Database.open(settings, [...directoryEntities, ...engagementEntities]);
  try {
    const search = createSearchIndex(settings, database);
    await search.prepare();
    const profiles = new ProfileService(database);
    const indexSync = new IndexSync(search, profiles, database);
    const pools = new CandidatePools(profiles);
    return {
      database,
      viewers: { viewerOf: async () => PUBLIC_VIEWER },
      networks: new NetworkService(database),
      profiles,
      curation: new CurationService(database),
      lifeCycle: new LifeCycleService(database),
      history: new HistoryService(database),
      workLists: new WorkListService(database, settings.confirmAfterDays),
      merges: new MergeService(database),
      memberships: new AffiliationService(database),
      search,
      indexSync,
      pools,
      matches: new MatchService(pools, profiles, search),
      needs: new NeedService(database),
      jobs: new JobRunner(database, [indexSync, new IndexHeal(search, indexSync)]),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
