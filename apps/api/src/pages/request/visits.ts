import { PageViewers, PUBLIC_VIEWER, type Viewer } from '#identity';
import { randomBytes } from 'node:crypto';
import { Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../http/locale.js';
import { PublicAddress } from '../../http/public-address.js';
import { RefusedRequests } from '../../http/refused-requests.js';
import { PageCookies } from '../../http/page-cookies.js';
import { formToken } from '../../http/form-token.js';
import { isForPage, queryOf } from './page-routes.js';
import { languageOf, Visit } from './visit.js';

const SECRET_BYTES = 32;

/** What `@PageVisit()` reads of a request. */
export interface PageRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Makes a visit of each request: the session's viewer, the language, and the token of its forms. */
@Injectable()
export class Visits implements PipeTransform<PageRequest, Promise<Visit>> {
  constructor(
    private readonly sessions: PageViewers,
    private readonly cookies: PageCookies,
    private readonly address: PublicAddress,
    private readonly refused: RefusedRequests,
  ) {}

  /** @throws Error for an address that is missing among those of pages: it would be served without their headers */
  async transform({ request, reply }: PageRequest): Promise<Visit> {
    if (!isForPage(request)) throw new Error(`${request.routeOptions.url} is no page.`);
    return this.visit(request, reply, await this.viewerOf(request));
  }

  /** Whoever has signed in, as far as her session still stands. */
  async viewerOf(request: FastifyRequest): Promise<Viewer> {
    const token = this.cookies.session(request);
    const viewer = token === null ? null : await this.sessions.viewerOf(token, request.id);
    if (viewer) this.refused.sentBy(request, viewer);
    return viewer ?? nobody(request);
  }

  /** For pages that say what went wrong: they ask the database nothing. */
  ofNobody(request: FastifyRequest, reply: FastifyReply): Visit {
    return this.visit(request, reply, nobody(request));
  }

  private visit(request: FastifyRequest, reply: FastifyReply, viewer: Viewer): Visit {
    const { cookies } = this;
    const requested = languageOf(queryOf(request));
    if (requested) cookies.setLanguage(reply, requested);
    const locale =
      requested ?? cookies.language(request) ?? localeOf(request.headers['accept-language']);
    let bound = cookies.session(request) ?? cookies.form(request);
    if (bound === null) {
      bound = randomBytes(SECRET_BYTES).toString('base64url');
      cookies.setForm(reply, bound);
    }
    const programAddress = `${this.address.url}/graphql`;
    return new Visit(request, reply, viewer, locale, formToken(bound), programAddress);
  }
}

function nobody({ id }: FastifyRequest): Viewer {
  return { ...PUBLIC_VIEWER, requestId: id };
}
