import type { Settings } from '#config';
import cookies from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { ApiModule } from './api.module.js';
import { requestDeadline } from './http/request-deadline.js';
import { protectPages } from './pages/request/protect-pages.js';
import type { Rooms } from './rooms.js';

/** No honest request takes longer to arrive. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP server over rooms that are open; it listens when it is told to. Closing it leaves the rooms open. */
export async function createApi(settings: Settings, rooms: Rooms): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: settings.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Made here and never taken from a header, so that no one else's text reaches the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    // Only what a named proxy adds is believed: with it, throttling counts who asks and not the proxy.
    trustProxy: settings.trustProxy === null ? false : [...settings.trustProxy],
  });
  await adapter.getInstance().register(cookies);
  adapter.getInstance().addHook('onRequest', async (request, reply) => {
    // No one on the way may keep what one viewer was told.
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
  });
  requestDeadline(adapter.getInstance(), settings.requestSeconds);
  protectPages(adapter, settings);
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.over(settings, rooms),
    adapter,
    { logger: ['error', 'warn'], abortOnError: false },
  );
  await api.init();
  await adapter.getInstance().ready();
  return api;
}
