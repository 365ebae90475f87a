import type { ApolloServerPlugin } from '@apollo/server';
import { ExpectedError } from '#kernel';
import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { causeOf } from './errors.js';

const logger = new Logger('GraphQL');

/** Writes to the log that a request failed: by kind and place, never by message. */
export function errorLog(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) {
          const cause = causeOf(error);
          if (cause instanceof GraphQLError || cause instanceof ExpectedError) continue;
          const kind = cause instanceof Error ? cause.name : typeof cause;
          const place = error.path?.join('.') ?? 'the request';
          logger.error(`Request ${contextValue.requestId}: ${kind} at ${place}.`);
        }
      },
    }),
  };
}
