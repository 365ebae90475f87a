import { RequestSpans } from '#telemetry';
import type { BaseContext } from '@apollo/server';
import { Kind } from 'graphql';
import type { OperationPart } from './one-plugin.js';

/** Traces operations, where anything is traced: by the fields at their top, which are words of the schema. */
export function operationSpans(): OperationPart<BaseContext> {
  return () => {
    const spans = RequestSpans.current;
    if (!spans) return undefined;
    return {
      // It is valid then: before, the name of a field is any word of whoever asks.
      didResolveOperation: ({ operation }) => {
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
      willSendResponse: () => spans.endOperation(),
    };
  };
}
