import type { FastifyRequest } from 'fastify';

/** The exports for programs answer programs. A browser goes to an organization's sign-in and comes back. */
const PAGES =
  /^\/($|(sign-in|sign-out|leave|link|apply|briefings|me|account|pages|auth\/oidc)(\/(?!export\.)|$))/;

/** What everyone may read, whether or not she has signed in. */
const PUBLIC_PAGES = /^\/(directory(\/:id)?|networks(\/:slug)?|how-matching-works)$/;

/** Reports and papers, which programs with a token read, too. */
const SHARED_PAGES = /^\/wps\//;

/** Whether a request is for a page of the public directory. */
export function isForPublicPage(request: FastifyRequest): boolean {
  return PUBLIC_PAGES.test(request.routeOptions.url ?? '');
}

/**
 * Whether a request is for a page. Asked of the route that was found, for an address can be written in
 * many ways (`/%6De`).
 */
export function isForPage(request: FastifyRequest): boolean {
  return isForPeopleAlone(request) || SHARED_PAGES.test(request.routeOptions.url ?? '');
}

/** Whether no program asks for it, so that what goes wrong is told on a page in any case. */
export function isForPeopleAlone(request: FastifyRequest): boolean {
  return PAGES.test(request.routeOptions.url ?? '') || isForPublicPage(request);
}

/**
 * Whether a person waits for the answer, whatever she asked for: browsers say that they take HTML, and nothing rather.
 * Programs name JSON or take anything.
 */
export function isForPerson({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const wanted = new Map(
    (headers.accept ?? '').split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [type, quality === undefined ? 1 : Number(quality)];
    }),
  );
  const html = wanted.get('text/html') ?? 0;
  return html > 0 && html >= (wanted.get('application/json') ?? 0);
}

/** What stands in an address after the first `?`. */
export function queryOf({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams {
  return new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
}
