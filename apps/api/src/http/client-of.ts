import type { Client } from '#identity';
import type { FastifyRequest } from 'fastify';

/** From where and with what a request came. */
export function clientOf({ ip, headers }: FastifyRequest): Client {
  return { address: ip, userAgent: headers['user-agent'] ?? '' };
}
