import { DiscoveryService } from '@nestjs/core';

/** Says of a provider that it is a `JobHandler`. The `JobRunner` finds it, in whichever module it stands. */
export const BackgroundJob = DiscoveryService.createDecorator();
