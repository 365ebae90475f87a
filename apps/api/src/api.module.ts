import { ApplicationsModule } from '#applications';
import { BreachesModule } from '#breaches';
import { ConfigModule, type Settings } from '#config';
import { DeploymentsModule } from '#deployments';
import { MetricsModule } from '#metrics';
import { DirectoryModule } from '#directory';
import { FollowingModule } from '#following';
import { EngagementModule } from '#engagement';
import { ImportsModule } from '#imports';
import { InboxModule } from '#inbox';
import { WpsModule } from '#wps';
import { IntroductionsModule } from '#introductions';
import { IdentityModule } from '#identity';
import { SearchModule } from '#search';
import { TelemetryModule } from '#telemetry';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { CompilingDriver } from './graphql/execution/compiling-driver.js';
import { MadeOnce } from './graphql/made-once.js';
import { MadeOnceByKey } from './node/made-once-by-key.js';
import { GraphqlOptions } from './graphql/options.js';
import { inputValidation } from './graphql/validation-pipe.js';
import { SubjectIds } from './emergency/subject-ids.js';
import { TraceController } from './emergency/trace.controller.js';
import { ConsoleController } from './http/console.controller.js';
import { GraphiqlController } from './http/graphiql.controller.js';
import { HealthController } from './http/health.controller.js';
import { JwksController } from './http/jwks.controller.js';
import { OpenIdController } from './http/openid.controller.js';
import { RequestErrorsFilter } from './request-errors.filter.js';
import { RequestModule } from './graphql/request.module.js';
import { VersionController } from './http/version.controller.js';
import { NeedRequests } from './matching/need.args.js';
import {
  DEMO_CONTROLLERS,
  DEMO_PROVIDERS,
  PAGE_CONTROLLERS,
  PAGE_PROVIDERS,
  publicControllers,
} from './pages/pages.js';
import { RESOLVERS } from './resolvers.js';
import { ImportsController } from './imports/imports.controller.js';
import { ListExportController } from './networks/list-export.controller.js';
import { BriefingsController } from './shortlists/briefing/briefings.controller.js';
import { MeetingPacksController } from './wps/meeting-packs.controller.js';
import { ReportsController } from './wps/reports.controller.js';
import { ExportController } from './self-service/export.controller.js';

/** The service: resolvers and pages over the modules of `libs/`. */
@Module({})
export class ApiModule {
  static of(settings: Settings): DynamicModule {
    const development = settings.environment !== 'production';
    return {
      module: ApiModule,
      imports: [
        ConfigModule.of(settings),
        IdentityModule,
        SearchModule,
        DirectoryModule,
        EngagementModule,
        IntroductionsModule,
        ApplicationsModule,
        DeploymentsModule,
        MetricsModule,
        ImportsModule,
        InboxModule,
        BreachesModule,
        FollowingModule,
        TelemetryModule,
        WpsModule,
        RequestModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: CompilingDriver,
          imports: [RequestModule],
          useClass: GraphqlOptions,
        }),
      ],
      controllers: [
        HealthController,
        JwksController,
        VersionController,
        ExportController,
        ListExportController,
        TraceController,
        ImportsController,
        BriefingsController,
        ReportsController,
        MeetingPacksController,
        OpenIdController,
        ConsoleController,
        ...PAGE_CONTROLLERS,
        ...publicControllers(settings),
        ...(development ? [GraphiqlController, ...DEMO_CONTROLLERS] : []),
      ],
      providers: [
        NeedRequests,
        ...PAGE_PROVIDERS,
        ...(development ? DEMO_PROVIDERS : []),
        SubjectIds,
        ...RESOLVERS,
        { provide: MadeOnce, useClass: MadeOnceByKey },
        { provide: APP_PIPE, useFactory: inputValidation },
        { provide: APP_FILTER, useClass: RequestErrorsFilter },
      ],
    };
  }
}
