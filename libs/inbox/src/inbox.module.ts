import { ApplicationsModule } from '#applications';
import { DatabaseModule } from '#database';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { InboxService } from './inbox.service.js';

/** What waits for somebody, over all rooms. */
@Module({
  imports: [DatabaseModule, IdentityModule, DirectoryModule, ApplicationsModule],
  providers: [InboxService],
  exports: [InboxService],
})
export class InboxModule {}
