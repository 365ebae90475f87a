import { DeploymentsModule } from '#deployments';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { APP_SETTINGS, type Settings } from '#config';
import { WpsModule } from '#wps';
import { Module } from '@nestjs/common';
import { DocumentReading } from './cost/document-reading.js';
import { RequestContexts } from './context.js';
import { Limits } from './limits.js';
import { StoredOperations } from './stored-operations.js';
import { TrustedDocuments } from './trusted-documents.js';
import { ConsoleBuild } from '../http/console-build.js';
import { DeviceCookie } from '../http/device-cookie.js';
import { PageCookies } from '../http/page-cookies.js';
import { PublicAddress } from '../http/public-address.js';
import { RefusedRequests } from '../http/refused-requests.js';
import { RequestViewers } from '../http/request-viewers.js';

const SHARED = [
  Limits,
  DeviceCookie,
  PageCookies,
  PublicAddress,
  RefusedRequests,
  RequestViewers,
  ConsoleBuild,
];

/** What is known of a request, whether it asks for the graph or for a page. */
@Module({
  imports: [IdentityModule, DirectoryModule, DeploymentsModule, WpsModule],
  providers: [
    RequestContexts,
    DocumentReading,
    Limits,
    DeviceCookie,
    PageCookies,
    PublicAddress,
    RefusedRequests,
    RequestViewers,
    StoredOperations,
    { provide: ConsoleBuild, useFactory: () => ConsoleBuild.read() },
    {
      provide: TrustedDocuments,
      inject: [APP_SETTINGS],
      useFactory: ({ trustedDocuments }: Settings) => TrustedDocuments.read(trustedDocuments),
    },
  ],
  exports: [RequestContexts, ...SHARED, IdentityModule],
})
export class RequestModule {}
