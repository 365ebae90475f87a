import { ApplicationsModule } from '#applications';
import { DirectoryModule } from '#directory';
import { EngagementModule } from '#engagement';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { DemoLoader } from './demo-loader.js';
import { StoriesModule } from './stories/stories.module.js';

/** The demo, for an application that loads it; one that does not need not read what it is made of. */
@Module({
  imports: [IdentityModule, DirectoryModule, EngagementModule, ApplicationsModule, StoriesModule],
  providers: [DemoLoader],
  exports: [DemoLoader],
})
export class DemoModule {}
