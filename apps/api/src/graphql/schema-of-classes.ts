import type { GraphQLSchemaFactory } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { RESOLVERS } from '../resolvers.js';

let made: Promise<GraphQLSchema> | null = null;

/**
 * The graph from the resolver classes alone: nothing resolves its fields yet. It is made once in a process and is the same
 * object each time: whoever changes it makes a copy first. It is not checked.
 */
export async function schemaOfClasses(factory: GraphQLSchemaFactory): Promise<GraphQLSchema> {
  made ??= factory.create(RESOLVERS, { numberScalarMode: 'integer', skipCheck: true });
  return made;
}
