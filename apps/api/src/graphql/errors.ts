import { HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  BusyError,
  InvalidTokenError,
  NotPermittedError,
  TimeoutError,
  TooManyRequestsError,
} from '#identity';
import { databaseProblem, type DatabaseProblem } from '#database';
import { ExpectedError, firstLetters, InvalidInputError } from '#kernel';
import { SearchBusyError, SearchUnavailableError } from '#search';
import { refusal, say, type Refusal } from '#messages';
import type { Locale } from '#vocabulary';
import { Logger } from '@nestjs/common';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import type { OperationPart } from './one-plugin.js';

const logger = new Logger('GraphQL');

/** A message repeats what was sent; no answer needs more of it than this. */
const LONGEST_MESSAGE = 300;

/** Seconds after which PostgreSQL may be back. */
export const RETRY_SECONDS = 5;

const DATABASE: Readonly<
  Record<DatabaseProblem, { readonly code: string; readonly reason: Refusal }>
> = {
  away: { code: 'DATABASE_UNAVAILABLE', reason: refusal('service.databaseAway') },
  full: { code: 'DATABASE_FULL', reason: refusal('service.databaseFull') },
  unknown: { code: 'OUTCOME_UNKNOWN', reason: refusal('service.outcomeUnknown') },
};
const SEARCH_AWAY = refusal('service.searchAway');
const UNEXPECTED = refusal('service.unexpected');

/** In which language each error is told: what formats it knows nothing of its request. */
const languages = new WeakMap<object, Locale>();

/** Notes the reader's language with each error, before it is formatted. */
export function errorLanguage(): OperationPart<{ readonly locale: Locale }> {
  return () => ({
    didEncounterErrors: ({ errors, contextValue }) => {
      for (const error of errors) languages.set(error, contextValue.locale);
    },
  });
}

/**
 * What a client is told. Errors made for clients keep their message; anything else is masked, for
 * its message might quote a profile, and can be found in the log by the answer's `x-request-id`.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const cause = causeOf(error);
  const locale = languages.get(error as object) ?? 'en';
  if (cause instanceof SearchUnavailableError) {
    return masked(formatted, say(SEARCH_AWAY, locale), { code: 'SEARCH_UNAVAILABLE' });
  }
  if (cause instanceof InvalidInputError) {
    const fields = cause.fieldsIn(locale);
    return masked(formatted, shortened(cause.saidIn(locale)), { code: codeOf(cause), fields });
  }
  if (cause instanceof ExpectedError) {
    const extensions = {
      code: codeOf(cause),
      ...(cause.key !== null && { key: cause.key }),
      ...(cause instanceof BusyError && { seconds: cause.seconds }),
    };
    return masked(formatted, cause.saidIn(locale), extensions);
  }
  const problem = databaseProblem(cause);
  if (problem) {
    const { code, reason } = DATABASE[problem];
    return masked(formatted, say(reason, locale), { code });
  }
  if (!(cause instanceof GraphQLError)) {
    return masked(formatted, say(UNEXPECTED, locale), { code: 'INTERNAL_SERVER_ERROR' });
  }
  const { extensions = {}, ...rest } = formatted;
  const { code, fields, cost, limit, seconds } = extensions;
  // The parser is recursive: a literal may exhaust the stack before it exhausts the tokens.
  const tooDeep = code === 'GRAPHQL_PARSE_FAILED' && !formatted.message.startsWith('Syntax Error');
  const message = tooDeep
    ? 'Syntax Error: the document is nested too deep.'
    : withoutValues(formatted.message);
  return {
    ...rest,
    message: shortened(message),
    extensions: withoutAbsent({ code, fields, cost, limit, seconds }),
  };
}

/** What stood in the way of a request before its document: a bad token is answered with 401, a client or account that has
 * used up its allowance with 429, one that ended as everywhere with TIMEOUT, a database that is away with 503; anything else
 * is masked. What is no answer to whoever asks is logged. */
export function contextFailure(failure: unknown, requestId: string, locale: Locale): GraphQLError {
  const error = causeOf(failure);
  // Whoever asked has gone, or it took too long: that is no fault to log.
  if (error instanceof TimeoutError) {
    return new GraphQLError(error.saidIn(locale), { extensions: { code: codeOf(error) } });
  }
  if (error instanceof InvalidTokenError) {
    const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };
    return new GraphQLError(error.saidIn(locale), { extensions: { code: codeOf(error), http } });
  }
  if (error instanceof TooManyRequestsError) return tooMany(error, locale);
  const problem = databaseProblem(error);
  const kind = error instanceof Error ? error.name : typeof error;
  logger.error(`Request ${requestId}: ${problem ? DATABASE[problem].code : kind} at the token.`);
  if (problem) {
    const { code, reason } = DATABASE[problem];
    const http = { status: 503, headers: new HeaderMap([['retry-after', `${RETRY_SECONDS}`]]) };
    return new GraphQLError(say(reason, locale), { extensions: { code, http } });
  }
  return new GraphQLError(say(UNEXPECTED, locale), {
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Answers 429 and says when there is room again. */
export function tooMany(error: TooManyRequestsError, locale: Locale): GraphQLError {
  const { seconds } = error;
  const http = { status: 429, headers: new HeaderMap([['retry-after', `${seconds}`]]) };
  return new GraphQLError(error.saidIn(locale), {
    extensions: { code: codeOf(error), seconds, http },
  });
}

/** Writes to the log that a request failed: by kind and place, never by message. */
export function errorLog(): OperationPart<{ readonly requestId: string }> {
  return () => ({
    didEncounterErrors: ({ errors, contextValue }) => {
      for (const error of errors) {
        const cause = causeOf(error);
        if (cause instanceof GraphQLError || cause instanceof ExpectedError) continue;
        const problem = databaseProblem(cause);
        const name = cause instanceof Error ? cause.name : typeof cause;
        const kind = problem ? DATABASE[problem].code : name;
        // The path has aliases, which are words of whoever asks.
        const [field] = error.nodes ?? [];
        const place = field?.kind === Kind.FIELD ? field.name.value : 'the request';
        logger.error(`Request ${contextValue.requestId}: ${kind} at ${place}.`);
      }
    },
  });
}

/** What was thrown. A statement that was cancelled fails in TypeORM's own error, which holds why. */
export function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  if (cause instanceof SearchBusyError) return new BusyError(cause.seconds);
  const { driverError } = (cause ?? {}) as { driverError?: unknown };
  return driverError instanceof TimeoutError ? driverError : cause;
}

/**
 * `NotPermittedError` is NOT_PERMITTED and so on. Whoever has to sign in first is told so, and wrong input is
 * VALIDATION_ERROR, as the refusal of that name.
 */
export function codeOf(error: ExpectedError): string {
  if (error instanceof NotPermittedError && !error.signedIn) return 'UNAUTHENTICATED';
  if (error instanceof InvalidInputError) return 'VALIDATION_ERROR';
  const words = error.name.replace(/Error$/, '').replaceAll(/([a-z])([A-Z])/g, '$1_$2');
  return words.toUpperCase();
}

function masked(
  { path }: GraphQLFormattedError,
  message: string,
  extensions: Record<string, unknown>,
) {
  return { message, ...(path && { path }), extensions };
}

/** What graphql-js says of a wrong value, without the value: it may be a password. */
const QUOTED: readonly (readonly [RegExp, string])[] = [
  [/( cannot represent [^:"]*): [^]*/, '$1.'],
  [/^(Enum "\w+" cannot represent non-enum value): [^]*/, '$1.'],
  [/^(Expected value of type "[^"]*"), found [^]*/, '$1.'],
  [/^Value "[^]*" does not exist in ("\w+" enum)[^]*/, 'The value does not exist in $1.'],
  [/^(Syntax Error: [^"]*(?:"[^"]*"[^"]*)?(?:found|Unexpected) \w+) "[^]*/, '$1.'],
];

function withoutValues(message: string): string {
  return QUOTED.reduce((text, [pattern, rest]) => text.replace(pattern, rest), message);
}

function shortened(message: string): string {
  const start = firstLetters(message, LONGEST_MESSAGE);
  return start === message ? message : `${start}…`;
}

function withoutAbsent(extensions: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([, value]) => value !== undefined));
}
