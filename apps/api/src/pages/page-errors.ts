import {
  InvalidTokenError,
  NotPermittedError,
  OpenIdRefusedError,
  OpenIdUnavailableError,
  TooManyAttemptsError,
} from '#identity';
import { APP_SETTINGS, type Settings } from '#config';
import { ConflictError, ExpectedError, InvalidStateError, NotFoundError } from '#kernel';
import type { Named } from '#messages';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, type Value } from './html/html.js';
import { OverloadedError } from '../http/shed-load.js';
import { PageCookies } from '../http/page-cookies.js';
import { setPageHeaders } from '../http/page-headers.js';
import { problemPage, publicProblem } from './directory/public-problems.js';
import { PublicVisits } from './directory/public-visit.js';
import { isForPublicPage } from './request/page-routes.js';
import type { PageBody, Visit } from './request/visit.js';
import { Visits } from './request/visits.js';
import { button } from './views/fields.js';

type Problem = Named<'pages', 'problems'>;

const BY_STATUS: Readonly<Record<number, Problem>> = {
  400: 'input',
  403: 'form',
  404: 'notFound',
  413: 'tooLarge',
  415: 'form',
};

/** Says on a page what went wrong with one, and nothing of how. */
@Injectable()
export class PageErrors {
  private readonly logger = new Logger('Pages');

  constructor(
    private readonly visits: Visits,
    private readonly publicVisits: PublicVisits,
    private readonly cookies: PageCookies,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'environment'>,
  ) {}

  /** Sends the page. */
  async answer(
    error: unknown,
    given: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await reply.send(this.page(error, given, request, reply));
  }

  private page(
    error: unknown,
    given: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): PageBody {
    // An address that is none of ours has no headers of a page yet.
    setPageHeaders(reply, this.settings.environment === 'production');
    if (isForPublicPage(request)) return this.publicPage(error, given, request, reply);
    const visit = this.visits.ofNobody(request, reply);
    if (error instanceof NotPermittedError && !error.signedIn) {
      this.cookies.keepWanted(request, reply);
      return visit.goTo('/sign-in');
    }
    const [problem, status] = said(error, given);
    if (problem === 'broken') this.log(error, request);
    const seconds = error instanceof TooManyAttemptsError ? error.seconds : 0;
    if (seconds > 0) void reply.header('retry-after', seconds);
    const { t } = visit;
    const minutes = Math.ceil(seconds / 60);
    return visit.show(
      {
        title: t('problem.title'),
        once: isOfOpenId(problem),
        content: html`<p class="alert" role="alert">${t(`problems.${problem}`, { minutes })}</p>
          ${this.wayOn(problem, visit)}`,
      },
      status,
    );
  }

  /** The pages that everyone reads have a look and words of their own. */
  private publicPage(
    error: unknown,
    given: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): PageBody {
    const problem = publicProblem(error, given);
    if (problem.status === 500) this.log(error, request);
    if (problem.seconds) void reply.header('retry-after', problem.seconds);
    return problemPage(this.publicVisits.transform({ request, reply }), problem);
  }

  private log(error: unknown, { id, routeOptions }: FastifyRequest): void {
    const kind = error instanceof Error ? error.name : typeof error;
    this.logger.error(`Request ${id}: ${kind} at ${routeOptions.url}.`);
  }

  private wayOn(problem: Problem, visit: Visit): Value {
    const { t } = visit;
    if (problem === 'notYours') {
      return html`<p><a href="/console">${t('account.console')}</a></p>
        ${visit.form('/sign-out', button(t('me.signOut'), 'second'))}`;
    }
    // Whoever signs in through her organization has no page here, and goes on in her own program.
    if (isOfOpenId(problem)) return '';
    return html`<p><a href="/sign-in/open">${t('problem.back')}</a></p>`;
  }
}

function isOfOpenId(problem: Problem): boolean {
  return problem.startsWith('openid-');
}

function said(error: unknown, status: number): [Problem, number] {
  if (error instanceof OverloadedError) return ['unavailable', 503];
  if (error instanceof NotFoundError) return ['notFound', 404];
  if (error instanceof NotPermittedError) return ['notYours', 403];
  if (error instanceof TooManyAttemptsError) return ['tooMany', 429];
  if (error instanceof ConflictError) return ['conflict', 409];
  if (error instanceof InvalidStateError) return ['state', 409];
  if (error instanceof InvalidTokenError) return ['notYours', 401];
  if (error instanceof OpenIdUnavailableError) return ['openid-unavailable', 502];
  if (error instanceof OpenIdRefusedError) {
    return [`openid-${error.reason}`, error.reason === 'expired' ? 400 : 403];
  }
  if (error instanceof ExpectedError) return ['input', 422];
  const problem = BY_STATUS[status];
  if (problem) return [problem, status];
  if (status >= 400 && status < 500) return ['input', status];
  return ['broken', status === 503 ? 503 : 500];
}
