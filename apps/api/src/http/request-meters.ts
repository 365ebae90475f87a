import { histogram } from '#telemetry';
import type { FastifyInstance } from 'fastify';

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
    const { method, routeOptions } = request;
    durations.observe(
      {
        method: METHODS.has(method) ? method : 'other',
        route: routeOptions.url ?? 'none',
        status: `${reply.statusCode}`,
      },
      reply.elapsedTime / 1_000,
    );
    done();
  });
}
