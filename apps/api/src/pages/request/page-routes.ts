import type { FastifyRequest } from 'fastify';

/** The exports for programs answer programs. */
const PAGES = /^\/($|(sign-in|sign-out|leave|link|me|pages)(\/(?!export\.)|$))/;

/**
 * Whether a request is for a page. Asked of the route that was found, for an address can be written in
 * many ways (`/%6De`).
 */
export function isForPage(request: FastifyRequest): boolean {
  return PAGES.test(request.routeOptions.url ?? '');
}

/** What stands in an address after `?`, the first of each name. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  const [, query = ''] = request.url.split('?', 2);
  return new URLSearchParams(query);
}
