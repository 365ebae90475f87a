import type { Settings } from '#config';
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

/** What every answer says, whatever it holds; a page adds to it and brings a policy of its own. */
const EVERY_ANSWER = {
  'referrer-policy': 'no-referrer',
  // No one on the way may keep what one viewer was told.
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': NOT_INDEXED,
};

/** Browsers ask by HTTPS alone for two years from now on, here and at names below. */
const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains';

/** The headers of every answer; in production, browsers are told to insist on HTTPS. */
export function answerHeaders({
  environment,
}: Pick<Settings, 'environment'>): Readonly<Record<string, string>> {
  if (environment !== 'production') return EVERY_ANSWER;
  return { ...EVERY_ANSWER, 'strict-transport-security': STRICT_TRANSPORT };
}

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
  void reply.headers({ ...EVERY_ANSWER, ...HEADERS, 'content-security-policy': policy });
  if (secure) void reply.header('strict-transport-security', STRICT_TRANSPORT);
}
