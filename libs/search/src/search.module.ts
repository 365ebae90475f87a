import { APP_SETTINGS, type Settings } from '#config';
import { Database, DatabaseModule } from '#database';
import { Module } from '@nestjs/common';
import { createSearchIndex } from './create-search-index.js';
import { SearchIndex } from './search-index.js';

/**
 * The search index. What keeps it in step, `IndexSync` and `IndexHeal`, stands in the module that has the
 * profiles: it gives them as `ProfileSource`.
 */
@Module({
  imports: [DatabaseModule],
  providers: [
    {
      provide: SearchIndex,
      inject: [APP_SETTINGS, Database],
      useFactory: (settings: Settings, database: Database) => createSearchIndex(settings, database),
    },
  ],
  exports: [SearchIndex],
})
export class SearchModule {}
