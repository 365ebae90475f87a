import type { Settings } from '#config';
import { Database } from '#database';
import {
  AffiliationService,
  CurationService,
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
  ErasureService,
  OwnDataService,
  PseudonymService,
} from '#directory';
import {
  AnalysisService,
  CodeNameCosts,
  ExposureReportService,
  FeedbackService,
  MatchService,
  NeedReviewService,
  NeedService,
  OwnNeedService,
  PeaceProcessService,
  ShortlistService,
  TeamService,
} from '#engagement';
import { SearchIndex } from '#search';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { Limits } from './graphql/limits.js';
import { graphqlOptions } from './graphql/options.js';
import { inputValidation } from './graphql/validation-pipe.js';
import { GraphiqlController } from './http/graphiql.controller.js';
import { HealthController } from './http/health.controller.js';
import { JwksController } from './http/jwks.controller.js';
import { OpenIdController } from './http/openid.controller.js';
import { PublicAddress } from './http/public-address.js';
import { RequestErrorsFilter } from './http/request-errors.filter.js';
import { VersionController } from './http/version.controller.js';
import { VIEWERS } from './http/viewers.token.js';
import { identityProviders } from './identity/providers.js';
import { NeedRequests } from './matching/need.args.js';
import { PAGE_CONTROLLERS, pageProviders } from './pages/pages.js';
import { RESOLVERS } from './resolvers.js';
import type { Rooms } from './rooms.js';
import { ExportController } from './self-service/export.controller.js';

/** The GraphQL door: resolvers over services that are open already. */
@Module({})
export class ApiModule {
  static over(settings: Settings, rooms: Rooms): DynamicModule {
    const { maxPageSize, maxDepth, maxAliases, maxFields, maxTokens } = settings;
    const limits = new Limits(maxPageSize, maxDepth, maxAliases, maxFields, maxTokens);
    const development = settings.environment !== 'production';
    return {
      module: ApiModule,
      imports: [GraphQLModule.forRoot(graphqlOptions(settings, limits, rooms))],
      controllers: [
        HealthController,
        JwksController,
        VersionController,
        ExportController,
        OpenIdController,
        ...PAGE_CONTROLLERS,
        ...(development ? [GraphiqlController] : []),
      ],
      providers: [
        { provide: Database, useValue: rooms.database },
        { provide: VIEWERS, useValue: rooms.viewers },
        { provide: SearchIndex, useValue: rooms.search },
        { provide: ProfileService, useValue: rooms.profiles },
        { provide: CurationService, useValue: rooms.curation },
        { provide: LifeCycleService, useValue: rooms.lifeCycle },
        { provide: HistoryService, useValue: rooms.history },
        { provide: WorkListService, useValue: rooms.workLists },
        { provide: MergeService, useValue: rooms.merges },
        { provide: AffiliationService, useValue: rooms.memberships },
        { provide: ConsentService, useValue: rooms.consents },
        { provide: AudienceService, useValue: rooms.audiences },
        { provide: PseudonymService, useValue: rooms.pseudonyms },
        { provide: CodeNameCosts, useValue: rooms.codeNameCosts },
        { provide: ContactService, useValue: rooms.contacts },
        { provide: CorrectionService, useValue: rooms.corrections },
        { provide: OwnDataService, useValue: rooms.ownData },
        { provide: ErasureService, useValue: rooms.erasure },
        { provide: NetworkService, useValue: rooms.networks },
        { provide: NeedService, useValue: rooms.needs },
        { provide: OwnNeedService, useValue: rooms.ownNeeds },
        { provide: NeedReviewService, useValue: rooms.needReviews },
        { provide: PeaceProcessService, useValue: rooms.processes },
        { provide: ShortlistService, useValue: rooms.shortlists },
        { provide: FeedbackService, useValue: rooms.feedback },
        { provide: ExposureReportService, useValue: rooms.exposure },
        { provide: MatchService, useValue: rooms.matches },
        { provide: AnalysisService, useValue: rooms.analyses },
        { provide: TeamService, useValue: rooms.teams },
        NeedRequests,
        ...identityProviders(rooms.identity),
        ...pageProviders(settings, rooms),
        { provide: PublicAddress, useValue: new PublicAddress(settings.publicUrl, !development) },
        { provide: Limits, useValue: limits },
        { provide: APP_PIPE, useFactory: inputValidation },
        { provide: APP_FILTER, useClass: RequestErrorsFilter },
        ...RESOLVERS,
      ],
    };
  }
}
