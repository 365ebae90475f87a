import { DeploymentsModule } from '#deployments';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { DocumentReading } from './cost/document-reading.js';
import { RequestContexts } from './context.js';
import { Limits } from './limits.js';
import { DeviceCookie } from '../http/device-cookie.js';
import { PublicAddress } from '../http/public-address.js';

/** What is known of a request, whether it asks for the graph or for a page. */
@Module({
  imports: [IdentityModule, DirectoryModule, DeploymentsModule],
  providers: [RequestContexts, DocumentReading, Limits, DeviceCookie, PublicAddress],
  exports: [RequestContexts, Limits, DeviceCookie, PublicAddress, IdentityModule],
})
export class RequestModule {}
