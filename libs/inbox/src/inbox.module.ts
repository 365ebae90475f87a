import { ApplicationsModule } from '#applications';
import { DatabaseModule } from '#database';
import { DeploymentsModule } from '#deployments';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { IntroductionsModule } from '#introductions';
import { Module } from '@nestjs/common';
import { InboxService } from './inbox.service.js';

/** What waits for somebody, over all rooms. */
@Module({
  imports: [
    DatabaseModule,
    IdentityModule,
    DirectoryModule,
    ApplicationsModule,
    IntroductionsModule,
    DeploymentsModule,
  ],
  providers: [InboxService],
  exports: [InboxService],
})
export class InboxModule {}
