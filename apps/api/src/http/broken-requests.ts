import type { Settings } from '#config';
import { refusal, say } from '#messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { localeOf } from './locale.js';
import { answerHeaders } from './page-headers.js';

/** What Node refuses before it is a request, by the code of its error; anything else is 400. */
const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/**
 * How Fastify answers what no hook and no route sees: addresses that cannot be decoded, and bytes that are no request.
 * Both answers say of themselves what every answer does, and repeat nothing of what was sent.
 */
export function brokenRequests(settings: Pick<Settings, 'environment'>) {
  const headers = answerHeaders(settings);
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': 0 })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return {
    frameworkErrors(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
      const message = say(
        refusal('http.BAD_REQUEST'),
        localeOf(request.headers['accept-language']),
      );
      void reply
        .headers({ 'x-request-id': request.id, ...headers })
        .status(400)
        .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    },
    clientErrorHandler({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
      if (code !== 'ECONNRESET' && socket.writable) {
        socket.write(`HTTP/1.1 ${STATUS[code] ?? '400 Bad Request'}\r\n${lines}\r\n`);
      }
      socket.destroy();
    },
  };
}
