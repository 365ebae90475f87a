import type { FastifyReply } from 'fastify';

/** No script, nothing from elsewhere, in no frame; forms go back to Baraza only. */
const WITHOUT_SCRIPT = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** To search engines of the web. */
export const NOT_INDEXED = 'noindex, nofollow';

const HEADERS = {
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': NOT_INDEXED,
};

const TWO_YEARS_S = 63_072_000;

/**
 * What every page says to the browser.
 *
 * @param secure whether it is served over HTTPS, as in production
 * @param policy its Content Security Policy, where it has a script
 */
export function setPageHeaders(
  reply: FastifyReply,
  secure: boolean,
  policy: string = WITHOUT_SCRIPT,
): void {
  void reply.headers({ ...HEADERS, 'content-security-policy': policy });
  if (secure) void reply.header('strict-transport-security', `max-age=${TWO_YEARS_S}`);
}
