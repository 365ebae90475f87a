import { withinRequest } from '#database';
import { clientNetwork, TimeoutError } from '#identity';
import type { FastifyInstance } from 'fastify';

/**
 * Ends what a request has under way, its statements, its searches and its place in queues, when it has
 * taken too long or whoever asked has gone.
 */
export function requestDeadline(fastify: FastifyInstance, seconds: number): void {
  // Not earlier: what reads the body runs outside of a request's own context.
  fastify.addHook('preValidation', (request, reply, done) => {
    const ended = new AbortController();
    const end = (): void => ended.abort(new TimeoutError(seconds));
    const timer = setTimeout(end, seconds * 1_000);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      if (!reply.raw.writableFinished) end();
    });
    withinRequest(ended.signal, done, clientNetwork(request.ip));
  });
}
