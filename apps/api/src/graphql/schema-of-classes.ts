import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { RESOLVERS } from '../resolvers.js';

let made: Promise<GraphQLSchema> | null = null;

/**
 * The graph from the resolver classes alone: nothing is opened, and nothing resolves its fields yet. It is made once and is
 * the same object each time: whoever changes it makes a copy first. It is not checked.
 */
export async function schemaOfClasses(): Promise<GraphQLSchema> {
  made ??= make();
  return made;
}

async function make(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
  });
  const options = { numberScalarMode: 'integer', skipCheck: true } as const;
  const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS, options);
  await app.close();
  return schema;
}
