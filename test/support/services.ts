import type { Settings } from '#config';
import { Database, JobRunner } from '#database';
import {
  AffiliationService,
  AudienceService,
  ConsentService,
  ContactService,
  CorrectionService,
  CurationService,
  ErasureService,
  PersonalDataParts,
  LifeCycleService,
  MediatorIds,
  MergeService,
  NetworkService,
  PersonalDataService,
  ProfileService,
  PseudonymService,
} from '#directory';
import {
  CandidatePools,
  EvaluationService,
  ExposureReportService,
  FeedbackService,
  MatchService,
  NeedService,
  OwnNeedService,
  ShortlistJudgements,
  ShortlistService,
  TeamService,
} from '#engagement';
import {
  AcceptanceService,
  AccountService,
  Allowances,
  InvitationService,
  KeyService,
  LinkRequestService,
  OneTimeLinks,
  OpenIdProviderService,
  OrganizationService,
  RegistrationService,
  ServiceAccountService,
  SessionService,
  SigningKeys,
  ViewerSource,
} from '#identity';
import { openApplication } from '#runtime';
import { IndexHeal, IndexSync, SearchIndex } from '#search';
import { Vault } from '#vault';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule } from '../../apps/cli/src/cli.module.js';

export type Services = ReturnType<typeof servicesOf>;

/** The services that tests call most, by short names. Any other is asked for by its class: `app.get(TheService)`. */
export function servicesOf(app: INestApplicationContext) {
  return {
    database: app.get(Database),
    vault: app.get(Vault),
    jobs: app.get(JobRunner),
    keys: app.get(KeyService),
    viewers: app.get(ViewerSource),
    networks: app.get(NetworkService),
    mediatorIds: app.get(MediatorIds),
    profiles: app.get(ProfileService),
    pseudonyms: app.get(PseudonymService),
    curation: app.get(CurationService),
    lifeCycle: app.get(LifeCycleService),
    merges: app.get(MergeService),
    memberships: app.get(AffiliationService),
    consents: app.get(ConsentService),
    audiences: app.get(AudienceService),
    contacts: app.get(ContactService),
    corrections: app.get(CorrectionService),
    held: app.get(PersonalDataParts),
    personalData: app.get(PersonalDataService),
    erasure: app.get(ErasureService),
    search: app.get(SearchIndex),
    indexSync: app.get(IndexSync),
    indexHeal: app.get(IndexHeal),
    pools: app.get(CandidatePools),
    matches: app.get(MatchService),
    exposure: app.get(ExposureReportService),
    evaluation: app.get(EvaluationService),
    shortlistJudgements: app.get(ShortlistJudgements),
    needs: app.get(NeedService),
    ownNeeds: app.get(OwnNeedService),
    shortlists: app.get(ShortlistService),
    feedback: app.get(FeedbackService),
    teams: app.get(TeamService),
    identity: {
      accounts: app.get(AccountService),
      organizations: app.get(OrganizationService),
      sessions: app.get(SessionService),
      links: app.get(OneTimeLinks),
      linkRequests: app.get(LinkRequestService),
      invitations: app.get(InvitationService),
      acceptances: app.get(AcceptanceService),
      registrations: app.get(RegistrationService),
      serviceAccounts: app.get(ServiceAccountService),
      openIdProviders: app.get(OpenIdProviderService),
      signingKeys: app.get(SigningKeys),
      allowances: app.get(Allowances),
    },
  };
}

/** The modules without the service: as a command of the command line has them. */
export async function openModules(settings: Settings): Promise<INestApplicationContext> {
  return openApplication((options) =>
    NestFactory.createApplicationContext(CliModule.of(settings), options),
  );
}
