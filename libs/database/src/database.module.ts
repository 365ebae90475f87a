import { APP_SETTINGS, type Settings } from '#config';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Database, type EntityClasses } from './database.js';
import { BackgroundJob } from './jobs/background-job.js';
import { JobRunner, type JobHandler } from './jobs/job-runner.js';
import { RetentionJob } from './retention/retention-job.js';
import { DatabaseWatch } from './watch/database-watch.js';
import { JobsWatch } from './watch/jobs-watch.js';

/** The token of the entity classes of one module. */
const ENTITIES = Symbol('EntityClasses');

/** The entity classes of one module: see `DatabaseModule.forFeature`. */
class FeatureEntities {}

/** The database, open and migrated, and what runs its jobs. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    {
      provide: Database,
      inject: [APP_SETTINGS, DiscoveryService],
      useFactory: async (settings: Settings, discovery: DiscoveryService) =>
        Database.open(settings, entitiesOf(discovery)),
    },
    {
      provide: JobRunner,
      inject: [Database, DiscoveryService],
      useFactory: (database: Database, discovery: DiscoveryService) =>
        new JobRunner(database, () => handlersOf(discovery)),
    },
    DatabaseWatch,
    JobsWatch,
    RetentionJob,
  ],
  exports: [Database, JobRunner, RetentionJob],
})
export class DatabaseModule {
  /** For a module that has tables: the database opens with the entity classes of all modules. */
  static forFeature(entities: EntityClasses): DynamicModule {
    return {
      module: FeatureEntities,
      imports: [DatabaseModule],
      providers: [{ provide: ENTITIES, useValue: entities }],
    };
  }
}

function entitiesOf(discovery: DiscoveryService): EntityClasses {
  return discovery
    .getProviders()
    .filter(({ token }) => token === ENTITIES)
    .flatMap(({ instance }) => Object.values(instance as EntityClasses));
}

function handlersOf(discovery: DiscoveryService): JobHandler[] {
  return discovery
    .getProviders({ metadataKey: BackgroundJob.KEY })
    .map(({ instance }) => instance as JobHandler);
}
