import { databaseProblem } from '#database';
import { InvalidTokenError, NotPermittedError } from '#identity';
import { InvalidInputError, NotFoundError } from '#kernel';
import { refusal, say, type Named } from '#messages';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RETRY_SECONDS } from './graphql/errors.js';
import { localeOf } from './http/locale.js';
import { RefusedRequests } from './http/refused-requests.js';
import { OverloadedError } from './http/shed-load.js';
import { PageErrors } from './pages/page-errors.js';
import { isForPeopleAlone, isForPerson } from './pages/request/page-routes.js';

/** Codes for what Fastify and Nest refuse before GraphQL sees it. */
const CODES: Readonly<Record<number, Named<'refusals', 'http'>>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'NOT_PERMITTED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'DATABASE_UNAVAILABLE',
};

/** Answers what goes wrong outside GraphQL in GraphQL's shape or, where a person reads it, on a page. Repeats nothing. */
@Catch()
export class RequestErrorsFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageErrors,
    private readonly refused: RefusedRequests,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Inside GraphQL the server's own formatting takes over.
    if (host.getType<string>() !== 'http') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = statusOf(error);
    // Whoever only has to sign in first is led there by the page.
    const isLed =
      error instanceof NotPermittedError && !error.signedIn && isForPeopleAlone(request);
    if (!isLed) this.refused.note(error, request);
    if (status === 503) void reply.header('retry-after', RETRY_SECONDS);
    if (isForPeopleAlone(request) || isForPerson(request)) {
      void this.pages.answer(error, status, request, reply);
      return;
    }
    const code =
      error instanceof OverloadedError ? 'OVERLOADED' : (CODES[status] ?? 'INTERNAL_SERVER_ERROR');
    // What is wrong with a field is told by its path, never by its value.
    const locale = localeOf(request.headers['accept-language']);
    const problems = error instanceof InvalidInputError ? { problems: error.fieldsIn(locale) } : {};
    const message = say(refusal(`http.${code}`), locale);
    void reply
      .status(CODES[status] ? status : 500)
      .send({ errors: [{ message, extensions: { code, ...problems } }] });
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof InvalidTokenError) return 401;
  if (error instanceof InvalidInputError) return 400;
  if (error instanceof NotFoundError) return 404;
  if (error instanceof NotPermittedError) return error.signedIn ? 403 : 401;
  if (databaseProblem(error)) return 503;
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
