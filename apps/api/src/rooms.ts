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
  AudienceService,
  ConsentService,
  ContactService,
  CorrectionService,
  directoryParts,
  directorySealedTables,
  ErasureService,
  HeldData,
  OwnDataService,
  sealClearContacts,
} from '#directory';
import { CandidatePools, engagementEntities, MatchService, NeedService } from '#engagement';
import { KeyService, PUBLIC_VIEWER, type ViewerSource } from '#identity';
import { createSearchIndex, IndexHeal, IndexSync, type SearchIndex } from '#search';
import { KeyRotation, Vault, vaultEntities } from '#vault';

/** Every service of the house, put together by hand: who uses whom can be read here. */
export interface Rooms {
  readonly database: Database;
  readonly vault: Vault;
  readonly keys: KeyService;
  readonly viewers: ViewerSource;
  readonly networks: NetworkService;
  readonly contacts: ContactService;
  readonly profiles: ProfileService;
  readonly curation: CurationService;
  readonly lifeCycle: LifeCycleService;
  readonly history: HistoryService;
  readonly workLists: WorkListService;
  readonly merges: MergeService;
  readonly memberships: AffiliationService;
  readonly consents: ConsentService;
  readonly audiences: AudienceService;
  readonly corrections: CorrectionService;
  readonly held: HeldData;
  readonly ownData: OwnDataService;
  readonly erasure: ErasureService;
  readonly search: SearchIndex;
  readonly indexSync: IndexSync;
  readonly pools: CandidatePools;
  readonly matches: MatchService;
  readonly needs: NeedService;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

/**
 * Opens the database, migrated, its vault and the search index, ready for traffic.
 *
 * @throws DatabaseUnavailableError, EmbeddedPostgresError, VaultError, SearchUnavailableError; nothing
 * stays open then.
 */
export async function openRooms(settings: Settings): Promise<Rooms> {
  const database = await Database.open(settings, [
    ...vaultEntities,
    ...directoryEntities,
    ...engagementEntities,
  ]);
  try {
    const vault = await Vault.open(database, settings);
    await sealClearContacts(database, vault);
    const search = createSearchIndex(settings, database);
    await search.prepare();
    const profiles = new ProfileService(database);
    const indexSync = new IndexSync(search, profiles, database);
    const pools = new CandidatePools(profiles);
    const held = new HeldData(directoryParts(vault));
    return {
      database,
      vault,
      keys: new KeyService(new KeyRotation(database, vault, directorySealedTables)),
      viewers: { viewerOf: async () => PUBLIC_VIEWER },
      networks: new NetworkService(database),
      contacts: new ContactService(database, vault),
      profiles,
      curation: new CurationService(database),
      lifeCycle: new LifeCycleService(database),
      history: new HistoryService(database),
      workLists: new WorkListService(database, settings.confirmAfterDays),
      merges: new MergeService(database, vault),
      memberships: new AffiliationService(database, vault),
      consents: new ConsentService(database, vault),
      audiences: new AudienceService(database),
      corrections: new CorrectionService(database, vault),
      held,
      ownData: new OwnDataService(database, held),
      erasure: new ErasureService(database, vault, held),
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
