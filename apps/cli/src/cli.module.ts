import { ApplicationsModule } from '#applications';
import { ConfigModule, type Settings } from '#config';
import { DeploymentsModule } from '#deployments';
import { EngagementModule } from '#engagement';
import { ImportsModule } from '#imports';
import { InboxModule } from '#inbox';
import { Module, type DynamicModule } from '@nestjs/common';

/** The command line: the modules whose services commands call. Engagement, applications, deployments and imports bring all the others. */
@Module({})
export class CliModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: CliModule,
      imports: [
        ConfigModule.of(settings),
        EngagementModule,
        ApplicationsModule,
        DeploymentsModule,
        ImportsModule,
        InboxModule,
      ],
    };
  }
}
