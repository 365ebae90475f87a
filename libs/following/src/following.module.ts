import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { followingEntities } from './entities.js';
import { ChangeFeed } from './feed/change-feed.service.js';
import { FeedJob } from './feed/feed-job.js';
import { followingParts } from './following-parts.js';

const services = [ChangeFeed];

/** How programs follow what changes in the directory. */
@Module({
  imports: [
    DatabaseModule.forFeature(followingEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
  ],
  providers: [...services, FeedJob],
  exports: [...services, FeedJob],
})
export class FollowingModule {
  constructor(held: PersonalDataParts) {
    held.add(followingParts);
  }
}
