import { counter, gauge } from '#telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const inProgress = gauge(
  'baraza_http_requests_in_progress',
  'Requests that have arrived and are not answered, in this process.',
);
const shed = counter(
  'baraza_http_requests_shed_total',
  'Requests that were refused because too many were in progress.',
);

/** Whoever restarts processes and distributes requests is always answered. */
const ALWAYS: ReadonlySet<string | undefined> = new Set(['/live', '/ready']);

/** This process has as many requests in progress as it may. Nothing of the request was done. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  /** As Fastify reads it. */
  readonly statusCode = 503;

  constructor() {
    super('Too many requests are in progress: try again.');
  }
}

/**
 * Refuses requests at once while `most` are in progress, instead of letting them wait for longer and longer.
 *
 * A request is in progress from when it has arrived whole until its answer is made or its client has gone: neither who sends
 * slowly nor who reads slowly keeps a place. Routes that say themselves how long they may take are refused like all others
 * and keep no place either, for a file may arrive for minutes.
 *
 * @returns what is to be told of each request whose connection has closed
 */
export function shedLoad(
  fastify: FastifyInstance,
  most: number,
): (request: FastifyRequest) => void {
  let requests = 0;
  const held = new WeakSet<FastifyRequest>();
  const count = (by: 1 | -1): void => {
    requests += by;
    inProgress.set(requests);
  };
  const free = (request: FastifyRequest): void => {
    if (held.delete(request)) count(-1);
  };
  const isFull = (url: string | undefined): boolean => {
    if (requests < most || ALWAYS.has(url)) return false;
    shed.inc();
    return true;
  };
  // Before anything of it is read.
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isFull(request.routeOptions.url)) done(new OverloadedError());
    else done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const { url, config } = request.routeOptions;
    if (isFull(url)) {
      done(new OverloadedError());
      return;
    }
    if (!ALWAYS.has(url) && config.deadlineSeconds === undefined) {
      held.add(request);
      count(1);
    }
    done();
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    free(request);
    done(null, payload);
  });
  return free;
}
