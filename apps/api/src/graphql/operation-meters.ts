import { counter } from '#telemetry';
import type { BaseContext } from '@apollo/server';
import type { OperationPart } from './one-plugin.js';

const operations = counter('baraza_graphql_operations_total', 'GraphQL operations, by type.', [
  'type',
]);
const errors = counter(
  'baraza_graphql_errors_total',
  'Errors in answers of GraphQL, by code. What a mutation refuses is data and no error.',
  ['code'],
);

/** Counts operations, and the codes of the errors that their clients are told. */
export function operationMeters(): OperationPart<BaseContext> {
  return () => ({
    willSendResponse: ({ operation, response: { body } }) => {
      operations.inc({ type: operation?.operation ?? 'none' });
      if (body.kind !== 'single') return;
      for (const { extensions } of body.singleResult.errors ?? []) {
        const code = extensions?.code;
        errors.inc({ code: typeof code === 'string' ? code : 'none' });
      }
    },
  });
}
