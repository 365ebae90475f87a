import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { ConsoleBuild } from '../http/console-build.js';

/**
 * The hash by which a request names a stored operation.
 *
 * @param body `{ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }`, without a `query`
 * @throws GraphQLError: OPERATION_NOT_STORED where it brings a document of its own, or names none of these
 */
export function storedHash(
  body: unknown,
  { operations }: Pick<ConsoleBuild, 'operations'>,
): string {
  const { query, extensions } = (body ?? {}) as GraphqlBody;
  const { version, sha256Hash } = extensions?.persistedQuery ?? {};
  const isNamed = typeof sha256Hash === 'string' && operations.has(sha256Hash);
  if (query || version !== 1 || !isNamed) {
    throw new GraphQLError(
      'A session of the console may send the operations of the console only.',
      {
        extensions: { code: 'OPERATION_NOT_STORED', http: { status: 400 } },
      },
    );
  }
  return sha256Hash;
}

/** Gives a request that names a stored operation the document of it. */
export function storedOperations({
  operations,
}: Pick<ConsoleBuild, 'operations'>): ApolloServerPlugin<{
  readonly storedOperation: string | null;
}> {
  return {
    requestDidStart: async ({ request, contextValue: { storedOperation } }) => {
      if (storedOperation === null) return;
      request.query = operations.get(storedOperation);
      // What is left of it would be refused, for Apollo's own cache of documents is off.
      request.extensions = { ...request.extensions, persistedQuery: undefined };
    },
  };
}

interface GraphqlBody {
  readonly query?: unknown;
  readonly extensions?: {
    readonly persistedQuery?: { readonly version?: unknown; readonly sha256Hash?: unknown } | null;
  } | null;
}
