import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { SealedTables, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { followingEntities } from './entities.js';
import { ChangeFeed } from './feed/change-feed.service.js';
import { FeedJob } from './feed/feed-job.js';
import { followingParts } from './following-parts.js';
import { WebhookPoster } from './webhook/webhook-poster.js';
import { WebhookSend } from './webhook/webhook-send.js';
import { WebhookWatch } from './webhook/webhook-watch.js';
import { WebhookService } from './webhook/webhook.service.js';
import { followingSealedTables } from './sealed-tables.js';

const services = [ChangeFeed, WebhookService];

/** How programs follow what changes in the directory. */
@Module({
  imports: [
    DatabaseModule.forFeature(followingEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
  ],
  providers: [...services, FeedJob, WebhookPoster, WebhookSend, WebhookWatch],
  exports: [...services, FeedJob, WebhookPoster, WebhookSend],
})
export class FollowingModule {
  constructor(held: PersonalDataParts, sealed: SealedTables) {
    held.add(followingParts);
    sealed.add(followingSealedTables);
  }
}
