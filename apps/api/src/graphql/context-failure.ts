import { HeaderMap } from '@apollo/server';
import { InvalidTokenError } from '#identity';
import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { codeOf, UNEXPECTED } from './errors.js';

const logger = new Logger('GraphQL');

/** What stood in the way of knowing who asks: a bad token is answered with 401, anything else is masked and logged. */
export function contextFailure(error: unknown, requestId: string): GraphQLError {
  if (error instanceof InvalidTokenError) {
    const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };
    return new GraphQLError(error.message, { extensions: { code: codeOf(error), http } });
  }
  const kind = error instanceof Error ? error.name : typeof error;
  logger.error(`Request ${requestId}: ${kind} at the token.`);
  return new GraphQLError(UNEXPECTED, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}
