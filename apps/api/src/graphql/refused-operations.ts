import {
  kindOfRefusal,
  PUBLIC_VIEWER,
  type SecurityEventKind,
  type SecurityEvents,
} from '#identity';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';
import type { Context } from './context.js';
import { causeOf } from './errors.js';
import type { OperationPart } from './one-plugin.js';

/** What a request is called whose document is refused as a whole: its fields are words of whoever sent it. */
const DOCUMENT = 'POST /graphql';

const KINDS: Readonly<Record<string, SecurityEventKind>> = {
  TOO_EXPENSIVE: 'allowance',
  TOO_MANY_REQUESTS: 'allowance',
  GRAPHQL_PARSE_FAILED: 'malformed',
  GRAPHQL_VALIDATION_FAILED: 'malformed',
  OPERATION_RESOLUTION_FAILURE: 'malformed',
  BAD_USER_INPUT: 'malformed',
};

/** Notes what is refused of operations: a document as a whole once, and each field by its name in the schema. */
export function refusedOperations(events: SecurityEvents): OperationPart<Pick<Context, 'viewer'>> {
  return () => ({
    didEncounterErrors: ({ errors, contextValue: { viewer } }) => {
      let isNoted = false;
      for (const error of errors) {
        const cause = causeOf(error);
        if (cause instanceof GraphQLError) {
          const kind = KINDS[String(cause.extensions.code)] ?? null;
          if (!isNoted) events.note(cause, viewer, DOCUMENT, kind);
          isNoted ||= kind !== null;
          continue;
        }
        const [field] = error.nodes ?? [];
        const operation = field?.kind === Kind.FIELD ? field.name.value : DOCUMENT;
        events.note(cause, viewer, operation, kindOfRefusal(cause));
      }
    },
  });
}

/** Notes requests that Apollo takes for none of GraphQL, such as those that another site's page could send. */
export function requestsOfNoGraph(events: SecurityEvents): ApolloServerPlugin {
  return {
    invalidRequestWasReceived: async ({ error }) => {
      events.note(error, PUBLIC_VIEWER, DOCUMENT, 'malformed');
    },
  };
}
