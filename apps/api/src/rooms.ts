import type { Settings } from '#config';
import { Database, JobRunner } from '#database';
import { directoryEntities, NetworkService, ProfileService } from '#directory';
import { CandidatePools, engagementEntities, MatchService, NeedService } from '#engagement';
import { PUBLIC_VIEWER, recordAudit, systemViewer, type ViewerSource } from '#identity';
import { createMailTransport, MailSend, type MailTransport, type RecordDropped } from '#mail';
import { createSearchIndex, IndexHeal, IndexSync, type SearchIndex } from '#search';
import { Vault } from '#vault';

/** Every service of the house, put together by hand: who uses whom can be read here. */
export interface Rooms {
  readonly database: Database;
  readonly vault: Vault;
  readonly mailTransport: MailTransport;
  readonly mailSend: MailSend;
  readonly viewers: ViewerSource;
  readonly networks: NetworkService;
  readonly profiles: ProfileService;
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
  const database = await Database.open(settings, [...directoryEntities, ...engagementEntities]);
  try {
    const vault = await Vault.open(database, settings);
    const mailTransport = createMailTransport(settings);
    const mailSend = new MailSend(database, vault, mailTransport, auditDropped);
    const search = createSearchIndex(settings, database);
    await search.prepare();
    const profiles = new ProfileService(database);
    const indexSync = new IndexSync(search, profiles, database);
    const pools = new CandidatePools(profiles);
    return {
      database,
      vault,
      mailTransport,
      mailSend,
      viewers: { viewerOf: async () => PUBLIC_VIEWER },
      networks: new NetworkService(database),
      profiles,
      search,
      indexSync,
      pools,
      matches: new MatchService(pools, profiles, search),
      needs: new NeedService(database),
      jobs: new JobRunner(database, [indexSync, new IndexHeal(search, indexSync), mailSend]),
      close: () => database.close(),
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
