import { Database, DatabaseModule } from '#database';
import { IdentityModule, identityParts, Listings } from '#identity';
import { SafeWays } from '#mail';
import { IndexHeal, IndexSync, ProfileSource, SearchModule, SearchWatch } from '#search';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AdmissionService } from './admission/admission.service.js';
import { AudienceService } from './audience/audience.service.js';
import { ConfirmationJob } from './confirmation/confirmation-job.js';
import { ConsentService } from './consent/consent.service.js';
import { ContactService } from './contact/contact.service.js';
import { sealClearContacts } from './contact/seal-clear-contacts.js';
import { CorrectionService } from './correction/correction.service.js';
import { MemberQuestionService } from './question/member-questions.js';
import { MemberInvitationService } from './contact/member-invitations.js';
import { CurationService } from './curation/curation.service.js';
import { HistoryService } from './curation/history.service.js';
import { HidingService } from './hiding/hiding.service.js';
import { ReplayService } from './replay/replay.service.js';
import { LifeCycleService } from './curation/life-cycle.service.js';
import { directoryEntities } from './entities.js';
import { CopiesService } from './copies/copies.service.js';
import { ExportService } from './export/export.service.js';
import { AcrossSearch } from './duplicates/across-search.js';
import { DuplicateQuestions } from './duplicates/duplicate-questions.js';
import { DuplicateSearch } from './duplicates/duplicate-search.js';
import { LinkLabelling } from './duplicates/link-labelling.js';
import { DuplicateService } from './duplicates/duplicate.service.js';
import { HerDuplicateService } from './duplicates/her-duplicates.service.js';
import { ExchangePartners } from './exchange/exchange-partners.js';
import { ExchangeService } from './exchange/exchange.service.js';
import { HerDirectories } from './exchange/her-directories.js';
import { InstallationKeys } from './exchange/installation-keys.js';
import { ToldListings } from './exchange/told-listings.js';
import { ErasureService } from './erasure/erasure.service.js';
import { HerLinks } from './mediator/her-links.js';
import { MediatorIds } from './mediator/mediator-ids.js';
import { AffiliationService } from './merge/affiliation.service.js';
import { MergeService } from './merge/merge.service.js';
import { listingsBy, safeWaysBy } from './contact/listings.js';
import { ExternalIds } from './mediator/external-ids.js';
import { NetworkService } from './network/network.service.js';
import { directoryParts } from './personal-data/directory-parts.js';
import { PersonalDataParts } from './personal-data/personal-data-parts.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { ProfileService } from './profile.service.js';
import { PublishedLessons } from './published-lessons.js';
import { PseudonymRenewal } from './pseudonym/pseudonym-renewal.js';
import { PseudonymService } from './pseudonym/pseudonym.service.js';
import { directorySealedTables } from './sealed-tables.js';
import { MembersService } from './work-list/members.service.js';
import { WorkListService } from './work-list/work-list.service.js';

const services = [
  NetworkService,
  ExternalIds,
  MediatorIds,
  ProfileService,
  PseudonymService,
  CurationService,
  LifeCycleService,
  HidingService,
  ReplayService,
  AdmissionService,
  HistoryService,
  WorkListService,
  MembersService,
  MergeService,
  DuplicateService,
  DuplicateSearch,
  LinkLabelling,
  AcrossSearch,
  DuplicateQuestions,
  HerDuplicateService,
  InstallationKeys,
  ExchangePartners,
  ExchangeService,
  HerDirectories,
  ToldListings,
  AffiliationService,
  ConsentService,
  AudienceService,
  ContactService,
  MemberInvitationService,
  CorrectionService,
  MemberQuestionService,
  HerLinks,
  PersonalDataService,
  ErasureService,
  ExportService,
  CopiesService,
  IndexSync,
  IndexHeal,
];

/** Networks, mediators, their profiles and who may see them, and the index that follows. */
@Module({
  imports: [
    DatabaseModule.forFeature(directoryEntities),
    VaultModule,
    IdentityModule,
    SearchModule,
  ],
  providers: [
    ...services,
    PublishedLessons,
    {
      provide: PersonalDataParts,
      inject: [Vault],
      useFactory: (vault: Vault) =>
        new PersonalDataParts([...directoryParts(vault), ...identityParts(vault)]),
    },
    { provide: ProfileSource, useExisting: ProfileService },
    SearchWatch,
    ConfirmationJob,
    PseudonymRenewal,
  ],
  exports: [...services, PersonalDataParts, PublishedLessons],
})
export class DirectoryModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    sealed: SealedTables,
    listings: Listings,
    ways: SafeWays,
  ) {
    sealed.add(directorySealedTables);
    listings.answeredBy(listingsBy(vault));
    ways.answeredBy(safeWaysBy(database, vault));
  }

  async onModuleInit(): Promise<void> {
    await sealClearContacts(this.database, this.vault);
  }
}
