import { histogram } from '#telemetry';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const durations = histogram(
  'baraza_http_request_duration_seconds',
  'How long requests took, by the pattern of their route; `none` is an address that there is not.',
  ['method', 'route', 'status'],
);

/** Methods that routes have: a sender may write any word for one. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Measures every request: the pattern of its route, never its address. */
export function meterRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, route } = kindOf(request);
    durations.observe({ method, route, status: `${reply.statusCode}` }, reply.elapsedTime / 1_000);
    done();
  });
}

/** Writes a line to the log for every request: neither who asks, nor from where, nor what for. */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('HTTP');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, route } = kindOf(request);
    const milliseconds = Math.round(reply.elapsedTime);
    const status = reply.statusCode;
    logger.log({ msg: 'request', requestId: request.id, method, route, status, milliseconds });
    done();
  });
}

/** The method and the pattern of the route: words of the program, whatever was sent. */
export function kindOf({ method, routeOptions }: FastifyRequest): {
  method: string;
  route: string;
} {
  return { method: METHODS.has(method) ? method : 'other', route: routeOptions.url ?? 'none' };
}
