import { DeploymentsModule } from '#deployments';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { DocumentReading } from './cost/document-reading.js';
import { RequestContexts } from './context.js';
import { Limits } from './limits.js';
import { ConsoleBuild } from '../http/console-build.js';
import { DeviceCookie } from '../http/device-cookie.js';
import { PageCookies } from '../http/page-cookies.js';
import { PublicAddress } from '../http/public-address.js';
import { RequestViewers } from '../http/request-viewers.js';

const SHARED = [Limits, DeviceCookie, PageCookies, PublicAddress, RequestViewers, ConsoleBuild];

/** What is known of a request, whether it asks for the graph or for a page. */
@Module({
  imports: [IdentityModule, DirectoryModule, DeploymentsModule],
  providers: [
    RequestContexts,
    DocumentReading,
    Limits,
    DeviceCookie,
    PageCookies,
    PublicAddress,
    RequestViewers,
    { provide: ConsoleBuild, useFactory: () => ConsoleBuild.read() },
  ],
  exports: [RequestContexts, ...SHARED, IdentityModule],
})
export class RequestModule {}
