import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { CompiledDocuments } from './compiled-documents.js';

/**
 * Apollo's server, in which `CompiledDocuments` runs what Apollo has read and checked. Apollo calls whoever runs documents
 * in its place a gateway; all its hooks are called as before.
 */
@Injectable()
export class CompilingDriver extends ApolloDriver {
  protected override async registerFastify(
    { schema, ...options }: ApolloDriverConfig,
    hooks?: { preStartHook?: () => void },
  ): Promise<void> {
    if (!schema) throw new Error('The schema is made before the server.');
    const server = { ...options, gateway: gatewayOf(plain(schema)) };
    return super.registerFastify(server, hooks);
  }
}

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

function gatewayOf(schema: GraphQLSchema): Gateway {
  const documents = new CompiledDocuments(schema);
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operationName, context, request }) =>
        documents.run({
          document,
          operationName,
          contextValue: context,
          variableValues: request.variables,
        }),
    }),
    stop: async () => undefined,
  };
}

/**
 * The schema without the resolvers that Nest gives to fields which have none of their own, and which read the property of
 * that name. So does graphql-js; for the compiler each is a function to be called.
 */
function plain(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === 'rootFieldResolver') delete field.resolve;
    }
  }
  return schema;
}
