import { databaseProblem } from '#database';
import type { BaseContext } from '@apollo/server';
import { causeOf, RETRY_SECONDS } from './errors.js';
import type { OperationPart } from './one-plugin.js';

/**
 * Answers 503 where PostgreSQL was away or full and nothing of the operation was answered. Where some of it was, the
 * answer stands, with the code beside what is missing.
 */
export function withoutDatabase(): OperationPart<BaseContext> {
  return () => {
    let isMissed = false;
    return {
      didEncounterErrors: ({ errors }) => {
        isMissed ||= errors.some((error) => databaseProblem(causeOf(error)) !== null);
      },
      willSendResponse: ({ response: { body, http } }) => {
        if (!isMissed || body.kind !== 'single') return;
        const { data } = body.singleResult;
        if (Object.values(data ?? {}).some((value) => value !== null)) return;
        // Without data it is no answer of an operation, whose status would have to be 200.
        delete body.singleResult.data;
        http.status = 503;
        http.headers.set('retry-after', `${RETRY_SECONDS}`);
      },
    };
  };
}
