import type { Client } from '#identity';
import type { FastifyRequest } from 'fastify';
import { deviceIn } from './device-cookie.js';

/** From where and with what a request came. */
export function clientOf(request: FastifyRequest): Client {
  const { ip, headers } = request;
  return { address: ip, userAgent: headers['user-agent'] ?? '', device: deviceIn(request) };
}
