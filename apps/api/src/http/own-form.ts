import type { FastifyRequest } from 'fastify';

/**
 * Whether a form can have been sent by a page of ours, by what browsers say of it themselves. Old ones
 * say nothing, and with `no-referrer` an origin is `null`: the form's token decides then.
 */
export function isOwnForm({ headers, host }: FastifyRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (origin === undefined || origin === 'null') return true;
  return (
    URL.canParse(origin) && (origin === new URL(publicUrl).origin || new URL(origin).host === host)
  );
}
