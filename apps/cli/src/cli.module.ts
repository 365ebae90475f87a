import { ApplicationsModule } from '#applications';
import { BreachesModule } from '#breaches';
import { ConfigModule, type Settings } from '#config';
import { DeploymentsModule } from '#deployments';
import { MetricsModule } from '#metrics';
import { FollowingModule } from '#following';
import { ImportsModule } from '#imports';
import { InboxModule } from '#inbox';
import { WpsModule } from '#wps';
import { IntroductionsModule } from '#introductions';
import { Module, type DynamicModule } from '@nestjs/common';

/** The command line: the modules whose services commands call. Introductions, applications, deployments and imports bring all the others. */
@Module({})
export class CliModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: CliModule,
      imports: [
        ConfigModule.of(settings),
        IntroductionsModule,
        ApplicationsModule,
        DeploymentsModule,
        MetricsModule,
        ImportsModule,
        BreachesModule,
        FollowingModule,
        InboxModule,
        WpsModule,
      ],
    };
  }
}
