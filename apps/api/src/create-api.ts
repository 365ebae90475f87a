import type { Settings } from '#config';
import { requestId, withinRequest } from '#database';
import { clientNetwork, TimeoutError } from '#identity';
import { loggerOf, openApplication } from '#runtime';
import cookies from '@fastify/cookie';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import { BadRequestException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiModule } from './api.module.js';
import { brokenRequests } from './http/broken-requests.js';
import { answerHeaders } from './http/page-headers.js';
import { logRequests, meterRequests } from './http/request-records.js';
import { traceRequests } from './http/request-spans.js';
import { shedLoad } from './http/shed-load.js';
import { UPLOAD_SECONDS } from './http/upload-time.js';
import { protectPages } from './pages/request/protect-pages.js';

/** No honest request takes longer to arrive; a file may take as long as its route says. */
const REQUEST_TIMEOUT_MS = 30_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Seconds that a request may take to arrive and to be answered, where it is not `BARAZA_REQUEST_SECONDS`. */
    readonly deadlineSeconds?: number;
  }
}

/**
 * Opens the service and all that it needs; it listens when it is told to. Closing it closes all of that.
 *
 * @throws DatabaseUnavailableError, EmbeddedPostgresError, VaultError; SearchUnavailableError where its key is not
 * set; nothing stays open then.
 */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  return openApplication(
    async (options) => {
      const adapter = await httpServer(settings);
      const api = await NestFactory.create<NestFastifyApplication>(
        ApiModule.of(settings),
        adapter,
        options,
      );
      await api.init();
      await adapter.getInstance().ready();
      return api;
    },
    loggerOf(settings, requestContext),
  );
}

/** By the id a line of the log is found that belongs to an answer. */
function requestContext(): Record<string, string> {
  const id = requestId();
  return id === null ? {} : { requestId: id };
}

/** The HTTP server, with what holds for every request before any controller has a say. */
export async function httpServer(settings: Settings): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: settings.maxBodyBytes,
    requestTimeout: UPLOAD_SECONDS * 1_000,
    // Asked for below: Node itself would answer without the headers of every answer.
    http: { requireHostHeader: false },
    // Made here and never taken from a header, so that no one else's text reaches the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    // Only what a named proxy adds is believed: with it, throttling counts who asks and not the proxy.
    trustProxy: settings.trustProxy === null ? false : [...settings.trustProxy],
    ...brokenRequests(settings),
  });
  await adapter.getInstance().register(cookies);
  await adapter.getInstance().register(multipart);
  // Routes of their own say which files they send; compressed ones lie beside them.
  await adapter.getInstance().register(staticFiles, { serve: false, preCompressed: true });
  arrivalDeadline(adapter.getInstance());
  const headers = answerHeaders(settings);
  adapter.getInstance().addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'x-request-id': request.id, ...headers });
    if (!isAddressed(request.raw)) throw new BadRequestException();
  });
  adapter.getInstance().server.on('checkExpectation', (_request, response: ServerResponse) => {
    response.writeHead(417, { ...headers, connection: 'close', 'content-length': 0 }).end();
  });
  const closed = shedLoad(adapter.getInstance(), settings.requestsAtOnce);
  requestDeadline(adapter.getInstance(), settings.requestSeconds, closed);
  traceRequests(adapter.getInstance());
  meterRequests(adapter.getInstance());
  if (settings.logLevel === 'info') logRequests(adapter.getInstance());
  protectPages(adapter, settings);
  return adapter;
}

/**
 * Whether a request says once for whom it is, as proxies pass it on: by one `Host` beside a path. A proxy and this service might
 * each believe another one. HTTP/1.0 needs none.
 */
function isAddressed({ rawHeaders, httpVersion, url = '' }: IncomingMessage): boolean {
  const hosts = countOf(rawHeaders, 'host');
  return url.startsWith('/') && (hosts === 1 || (hosts === 0 && httpVersion === '1.0'));
}

/** How often a header came; Node keeps the first `Host` alone. `rawHeaders` has names and values in turn. */
function countOf(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((text, i) => i % 2 === 0 && text.toLowerCase() === name).length;
}

/** Ends the connection of a request that takes longer to arrive than its route allows: it holds a place for nothing. */
function arrivalDeadline(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { deadlineSeconds } = request.routeOptions.config;
    const allowed = deadlineSeconds ? deadlineSeconds * 1_000 : REQUEST_TIMEOUT_MS;
    const { raw } = request;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, allowed);
    // A process that has nothing else to do ends: requests that tests inject have no connection that closes.
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
    done();
  });
}

/**
 * Ends what a request has under way, its statements, its searches and its place in queues, when it has
 * taken too long or whoever asked has gone.
 */
function requestDeadline(
  fastify: FastifyInstance,
  seconds: number,
  closed: (request: FastifyRequest) => void,
): void {
  // Not earlier: what reads the body runs outside of a request's own context.
  fastify.addHook('preValidation', (request, reply, done) => {
    const allowed = request.routeOptions.config.deadlineSeconds ?? seconds;
    const ended = new AbortController();
    // Each field may wait for it.
    setMaxListeners(0, ended.signal);
    const end = (): void => ended.abort(new TimeoutError(allowed));
    const timer = setTimeout(end, allowed * 1_000);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      closed(request);
      if (!reply.raw.writableFinished) end();
    });
    withinRequest(ended.signal, done, clientNetwork(request.ip), request.id);
  });
}
