import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaFactory } from '@nestjs/graphql';
import {
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { schemaOfClasses } from '../schema-of-classes.js';
import { CompiledDocuments } from './compiled-documents.js';

/** By type and field: what answers the field. */
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Apollo's server, in which `CompiledDocuments` runs what Apollo has read and checked. Apollo calls whoever runs documents
 * in its place a gateway; all its hooks are called as before.
 */
@Injectable()
export class CompilingDriver extends ApolloDriver {
  @Inject(GraphQLSchemaFactory)
  private readonly schemaFactory!: GraphQLSchemaFactory;

  /**
   * The schema of the classes, in order, with the resolvers of this application. Nest would print it, read it again and make
   * a second schema of that, only to learn which resolver is of which field: half of the time in which the service opens.
   */
  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    // Which makes a copy.
    const schema = lexicographicSortSchema(await schemaOfClasses(this.schemaFactory));
    const changed = await super.generateSchema({
      ...options,
      schema,
      transformResolvers: (found) => {
        for (const resolvers of [found].flat()) giveResolvers(schema, resolvers as Resolvers);
        return found;
      },
    });
    return changed ?? schema;
  }

  protected override async registerFastify(
    { schema, ...options }: ApolloDriverConfig,
    hooks?: { preStartHook?: () => void },
  ): Promise<void> {
    if (!schema) throw new Error('The schema is made before the server.');
    const server = { ...options, gateway: gatewayOf(plain(schema)) };
    return super.registerFastify(server, hooks);
  }
}

/**
 * Changes the schema: gives each field its resolver. A field of an interface gives its own to all types that have none.
 *
 * @throws Error where there is no such type or field
 */
function giveResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  const ofTypes: (readonly [GraphQLObjectType, string, Resolver])[] = [];
  for (const [typeName, ofType] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    for (const [name, resolve] of Object.entries(ofType)) {
      const isField = (isObjectType(type) || isInterfaceType(type)) && name in type.getFields();
      if (!isField)
        throw new Error(`There is a resolver of ${typeName}.${name}, and no such field.`);
      if (isObjectType(type)) ofTypes.push([type, name, resolve]);
      else {
        for (const each of schema.getPossibleTypes(type)) each.getFields()[name]!.resolve = resolve;
      }
    }
  }
  // After those of interfaces, for they go before them.
  for (const [type, name, resolve] of ofTypes) type.getFields()[name]!.resolve = resolve;
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
