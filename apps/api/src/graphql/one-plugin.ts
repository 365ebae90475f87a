import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContext,
  GraphQLRequestContextDidEncounterErrors,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';

/** What one part of the server does at the steps of an operation, without waiting for anything. */
export interface OperationSteps<C extends BaseContext> {
  /** The operation is valid and about to be run; an error that is thrown here refuses it. */
  didResolveOperation?(request: GraphQLRequestContextDidResolveOperation<C>): void;
  didEncounterErrors?(request: GraphQLRequestContextDidEncounterErrors<C>): void;
  willSendResponse?(request: GraphQLRequestContextWillSendResponse<C>): void;
}

/** Begins with each operation; undefined where the part has nothing to do later. */
export type OperationPart<C extends BaseContext> = (
  request: GraphQLRequestContext<C>,
) => OperationSteps<C> | undefined;

/**
 * All parts as one plug-in, each step in their order. Apollo makes two promises for each plug-in at each of six steps of a
 * request, whether or not it has anything to do there.
 */
export function onePlugin<C extends BaseContext>(
  parts: readonly OperationPart<C>[],
): ApolloServerPlugin<C> {
  return {
    requestDidStart: async (begun) => {
      const all = parts.flatMap((part) => part(begun) ?? []);
      return {
        didResolveOperation: async (request) => {
          for (const steps of all) steps.didResolveOperation?.(request);
        },
        didEncounterErrors: async (request) => {
          for (const steps of all) steps.didEncounterErrors?.(request);
        },
        willSendResponse: async (request) => {
          for (const steps of all) steps.willSendResponse?.(request);
        },
      };
    },
  };
}
