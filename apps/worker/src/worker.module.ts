import { ApplicationsModule } from '#applications';
import { ConfigModule, type Settings } from '#config';
import { DeploymentsModule } from '#deployments';
import { FollowingModule } from '#following';
import { ImportsModule } from '#imports';
import { IntroductionsModule } from '#introductions';
import { TelemetryModule } from '#telemetry';
import { WpsModule } from '#wps';
import { Module, type DynamicModule } from '@nestjs/common';

/** The worker: the modules whose jobs it runs. Introductions, applications, deployments and imports bring all the others that have some. */
@Module({})
export class WorkerModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.of(settings),
        IntroductionsModule,
        ApplicationsModule,
        DeploymentsModule,
        ImportsModule,
        FollowingModule,
        WpsModule,
        TelemetryModule,
      ],
    };
  }
}
