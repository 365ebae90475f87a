import type { Settings } from '#config';
import { Database, JobRunner } from '#database';
import {
  AffiliationService,
  CurationService,
  directoryEntities,
  HistoryService,
  LifeCycleService,
  MediatorIds,
  MergeService,
  MemberNumbers,
  NetworkService,
  ProfileService,
  PseudonymRenewal,
  PseudonymService,
  WorkListService,
  AudienceService,
  ConfirmationJob,
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
import {
  AnalysisService,
  CandidatePools,
  CodeNameCosts,
  engagementEntities,
  engagementParts,
  engagementSealedTables,
  ExposureLedger,
  ExposureReleases,
  ExposureReportService,
  FeedbackService,
  MatchService,
  EvaluationService,
  NeedPreparation,
  NeedReviewService,
  NeedService,
  OwnNeedService,
  PeaceProcessService,
  ShortlistJudgements,
  ShortlistReader,
  ShortlistService,
  TeamPurge,
  TeamRunner,
  TeamService,
} from '#engagement';
import {
  createIdentity,
  identityEntities,
  identityParts,
  identitySealedTables,
  KeyService,
  recordAudit,
  systemViewer,
  type Identity,
  type PasswordHasher,
  type ViewerSource,
} from '#identity';
import {
  createMailTransport,
  MailSend,
  mailSealedTables,
  type MailTransport,
  type RecordDropped,
} from '#mail';
import { createSearchIndex, IndexHeal, IndexSync, type SearchIndex } from '#search';
import { KeyRotation, Vault, vaultEntities } from '#vault';

const SEALED_TABLES = [
  ...mailSealedTables,
  ...identitySealedTables,
  ...directorySealedTables,
  ...engagementSealedTables,
];

/** Every service of the house, put together by hand: who uses whom can be read here. */
export interface Rooms {
  readonly database: Database;
  readonly vault: Vault;
  readonly keys: KeyService;
  readonly mailTransport: MailTransport;
  readonly mailSend: MailSend;
  readonly identity: Identity;
  readonly viewers: ViewerSource;
  readonly networks: NetworkService;
  readonly contacts: ContactService;
  readonly mediatorIds: MediatorIds;
  readonly profiles: ProfileService;
  readonly pseudonyms: PseudonymService;
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
  readonly analyses: AnalysisService;
  readonly codeNameCosts: CodeNameCosts;
  readonly exposure: ExposureReportService;
  readonly evaluation: EvaluationService;
  readonly shortlistJudgements: ShortlistJudgements;
  readonly needs: NeedService;
  readonly ownNeeds: OwnNeedService;
  readonly needReviews: NeedReviewService;
  readonly processes: PeaceProcessService;
  readonly shortlists: ShortlistService;
  readonly feedback: FeedbackService;
  readonly teams: TeamService;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

/**
 * Opens the database, migrated, and its vault. No search engine has to be there yet.
 *
 * @param hasher of passwords, for tests that sign in often
 * @throws DatabaseUnavailableError, EmbeddedPostgresError, VaultError; SearchUnavailableError where its key is
 * not set; nothing stays open then.
 */
export async function openRooms(settings: Settings, hasher?: PasswordHasher): Promise<Rooms> {
  const database = await Database.open(settings, [
    ...vaultEntities,
    ...identityEntities,
    ...directoryEntities,
    ...engagementEntities,
  ]);
  try {
    const vault = await Vault.open(database, settings);
    await sealClearContacts(database, vault);
    const mailTransport = createMailTransport(settings);
    const mailSend = new MailSend(database, vault, mailTransport, auditDropped);
    const identity = createIdentity(database, vault, settings, hasher);
    const search = createSearchIndex(settings, database);
    const profiles = new ProfileService(database, undefined, settings.confirmAfterDays);
    const pseudonyms = new PseudonymService(database);
    const indexSync = new IndexSync(search, profiles, database);
    const pools = new CandidatePools(profiles, settings);
    const preparation = new NeedPreparation(pools, search);
    const networks = new NetworkService(database);
    const shortlistReader = new ShortlistReader(profiles, vault);
    const needs = new NeedService(database);
    const feedback = new FeedbackService(database, shortlistReader, vault);
    const members = new MemberNumbers(database);
    const releases = new ExposureReleases(database);
    const held = new HeldData([
      ...directoryParts(vault),
      ...identityParts(vault),
      ...engagementParts(vault),
    ]);
    return {
      database,
      vault,
      keys: new KeyService(new KeyRotation(database, vault, SEALED_TABLES)),
      mailTransport,
      mailSend,
      identity,
      viewers: identity.viewers,
      networks,
      contacts: new ContactService(database, vault),
      mediatorIds: new MediatorIds(database),
      profiles,
      pseudonyms,
      curation: new CurationService(database, vault),
      lifeCycle: new LifeCycleService(database, identity.links),
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
      matches: new MatchService(database, preparation, profiles, releases),
      codeNameCosts: new CodeNameCosts(pools, profiles, needs),
      analyses: new AnalysisService(preparation, pools, profiles, networks, needs),
      exposure: new ExposureReportService(releases),
      evaluation: new EvaluationService(preparation, members),
      shortlistJudgements: new ShortlistJudgements(needs, feedback, members),
      needs,
      ownNeeds: new OwnNeedService(database, shortlistReader),
      needReviews: new NeedReviewService(preparation),
      processes: new PeaceProcessService(database),
      shortlists: new ShortlistService(
        database,
        preparation,
        new ExposureLedger(),
        shortlistReader,
        vault,
      ),
      feedback,
      teams: new TeamService(database, preparation, profiles),
      jobs: new JobRunner(database, [
        indexSync,
        new IndexHeal(indexSync),
        mailSend,
        new PseudonymRenewal(pseudonyms),
        new ConfirmationJob(database, vault, identity.links, settings),
        new TeamRunner(database, preparation),
        new TeamPurge(database),
        ...identity.jobs,
      ]),
      close: async () => {
        await pools.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Mail stands below the audit log, so it is told here how to write what became of a mail. */
const auditDropped: RecordDropped = async (tx, action, mailIds) =>
  recordAudit(
    tx,
    systemViewer('mail'),
    mailIds.map((subjectId) => ({
      action,
      subjectKind: 'mail',
      subjectId,
      beforeHash: null,
      afterHash: null,
    })),
  );
