import type { Settings } from '#config';
import { Database, JobRunner } from '#database';
import { directoryEntities, NetworkService, ProfileService } from '#directory';
import { CandidatePools, engagementEntities, MatchService, NeedService } from '#engagement';
import {
  AccessTokens,
  identityEntities,
  OpenIdProviderService,
  OpenIdSignIn,
  PUBLIC_VIEWER,
  recordAudit,
  RelyingParty,
  SessionService,
  SigningKeys,
  systemViewer,
  type ViewerSource,
} from '#identity';
import { createMailTransport, MailSend, type MailTransport, type RecordDropped } from '#mail';
import { createSearchIndex, IndexHeal, IndexSync, type SearchIndex } from '#search';
import { Vault, vaultEntities } from '#vault';

/** Every service of the house, put together by hand: who uses whom can be read here. */
export interface Rooms {
  readonly database: Database;
  readonly vault: Vault;
  readonly mailTransport: MailTransport;
  readonly mailSend: MailSend;
  readonly viewers: ViewerSource;
  readonly sessions: SessionService;
  readonly openIdProviders: OpenIdProviderService;
  readonly openIdSignIn: OpenIdSignIn;
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
  const database = await Database.open(settings, [
    ...vaultEntities,
    ...identityEntities,
    ...directoryEntities,
    ...engagementEntities,
  ]);
  try {
    const vault = await Vault.open(database, settings);
    const mailTransport = createMailTransport(settings);
    const mailSend = new MailSend(database, vault, mailTransport, auditDropped);
    const signingKeys = new SigningKeys(database, vault, settings.accessTokenMinutes);
    const sessions = new SessionService(
      database,
      new AccessTokens(signingKeys, settings),
      settings,
    );
    const relyingParty = new RelyingParty();
    const openIdProviders = new OpenIdProviderService(database, vault, relyingParty, settings);
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
      sessions,
      openIdProviders,
      openIdSignIn: new OpenIdSignIn(database, vault, openIdProviders, relyingParty, sessions),
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
