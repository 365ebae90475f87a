import { RequestSpans } from '#telemetry';
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';

/** Traces operations, where anything is traced: by the fields at their top, which are words of the schema. */
export function operationSpans(): ApolloServerPlugin {
  return {
    requestDidStart: async () => {
      const spans = RequestSpans.current;
      if (!spans) return undefined;
      return {
        // It is valid then: before, the name of a field is any word of whoever asks.
        didResolveOperation: async ({ operation }) => {
          const selections = operation?.selectionSet.selections ?? [];
          const fields = selections.flatMap((one) =>
            one.kind === Kind.FIELD ? [one.name.value] : [],
          );
          const type = operation?.operation ?? 'none';
          spans.beginOperation(`${type} ${fields[0] ?? ''}`.trim(), {
            'graphql.operation.type': type,
            'baraza.graphql.fields': [...new Set(fields)].join(','),
          });
        },
        willSendResponse: async () => spans.endOperation(),
      };
    },
  };
}
