import { APP_SETTINGS, type Settings } from '#config';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { translator, type Translate } from '#messages';
import type { Locale } from '#vocabulary';
import {
  createParamDecorator,
  Inject,
  Injectable,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../http/locale.js';
import { PublicAddress } from '../../http/public-address.js';
import { PageCookies } from '../../http/page-cookies.js';
import { NOT_INDEXED } from '../../http/page-headers.js';
import { queryOf } from '../request/page-routes.js';
import { languageOf } from '../request/visit.js';
import type { PageRequest } from '../request/visits.js';
import { Words } from '../views/words.js';
import { publicLayout, type PublicPage } from './public-layout.js';

/** Where the pages are, and whether search engines may list them. */
export interface Site {
  readonly url: string;
  readonly indexable: boolean;
}

/**
 * One request for a page of the public directory. Whoever asks, and whatever account she has signed in to, she is
 * shown what everyone is shown. No cookie is set: the language stands in the address.
 */
export class PublicVisit {
  readonly t: Translate<'directory'>;
  readonly words: Words;
  readonly query: URLSearchParams;
  readonly viewer: Viewer;

  constructor(
    readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    readonly locale: Locale,
    private readonly site: Site,
  ) {
    this.t = translator('directory', locale);
    this.words = new Words(locale, translator('pages', locale));
    this.query = queryOf(request);
    this.viewer = { ...PUBLIC_VIEWER, requestId: request.id };
  }

  /** The language that the address asks for, and so every address on the page. */
  get asked(): Locale | null {
    return languageOf(this.query);
  }

  /** An address of Baraza in the language in which this one is read. */
  to(path: string, parameters: URLSearchParams = new URLSearchParams(), lang = this.asked): string {
    const query = new URLSearchParams(parameters);
    if (lang !== null) query.set('lang', lang);
    return query.size === 0 ? path : `${path}?${query.toString()}`;
  }

  /** The page as it is sent, with its status and headers set on the reply. */
  show(page: PublicPage, status = 200): string {
    const robots = this.robots(page, status);
    void this.reply
      .status(status)
      .type('text/html; charset=utf-8')
      .headers({ 'x-robots-tag': robots });
    return publicLayout(page, { reader: this, site: this.site.url, robots });
  }

  /** Instead of a page. */
  goTo(path: string): undefined {
    void this.reply.status(303).header('location', path);
  }

  /** No engine may keep a copy: what a woman takes back must be gone when the engine looks again. */
  private robots({ indexed }: PublicPage, status: number): string {
    if (!this.site.indexable || status !== 200) return NOT_INDEXED;
    return indexed ? 'index, follow, noarchive' : 'noindex, follow';
  }
}

/** Makes the visit of a request for a public page. */
@Injectable()
export class PublicVisits implements PipeTransform<PageRequest, PublicVisit> {
  private readonly site: Site;

  constructor(
    private readonly cookies: PageCookies,
    { url }: PublicAddress,
    @Inject(APP_SETTINGS) { directoryIndexable }: Pick<Settings, 'directoryIndexable'>,
  ) {
    this.site = { url, indexable: directoryIndexable };
  }

  transform({ request, reply }: PageRequest): PublicVisit {
    const locale =
      languageOf(queryOf(request)) ??
      this.cookies.language(request) ??
      localeOf(request.headers['accept-language']);
    return new PublicVisit(request, reply, locale, this.site);
  }
}

const RequestAndReply = createParamDecorator(
  (_: unknown, context: ExecutionContext): PageRequest => {
    const http = context.switchToHttp();
    return { request: http.getRequest(), reply: http.getResponse() };
  },
);

/** The `PublicVisit` of a request. */
export const PublicPageVisit = (): ParameterDecorator => RequestAndReply(PublicVisits);
