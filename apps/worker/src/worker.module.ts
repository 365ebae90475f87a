import { ApplicationsModule } from '#applications';
import { ConfigModule, type Settings } from '#config';
import { DeploymentsModule } from '#deployments';
import { EngagementModule } from '#engagement';
import { ImportsModule } from '#imports';
import { Module, type DynamicModule } from '@nestjs/common';

/** The worker: the modules whose jobs it runs. Engagement, applications, deployments and imports bring all the others that have some. */
@Module({})
export class WorkerModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.of(settings),
        EngagementModule,
        ApplicationsModule,
        DeploymentsModule,
        ImportsModule,
      ],
    };
  }
}
