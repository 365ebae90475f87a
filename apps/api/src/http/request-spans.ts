import { RequestSpans } from '#telemetry';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { kindOf } from './request-records.js';

/** Traces requests, where anything is traced: the pattern of the route, and the id that the answer has. */
export function traceRequests(fastify: FastifyInstance): void {
  const begun = new WeakMap<FastifyReply, RequestSpans>();
  // Not earlier: what reads the body runs outside of a request's own context.
  fastify.addHook('preValidation', (request, reply, done) => {
    const { method, route } = kindOf(request);
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'baraza.request_id': request.id,
    };
    const spans = RequestSpans.begin(`${method} ${route}`, attributes, reply.elapsedTime);
    if (!spans) return done();
    begun.set(reply, spans);
    spans.within(done);
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    const { statusCode } = reply;
    begun.get(reply)?.end({ 'http.response.status_code': statusCode }, statusCode >= 500);
    done();
  });
}
