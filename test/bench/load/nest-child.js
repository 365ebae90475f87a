/** Nest, Apollo and Fastify and nothing else, with the pages that Baraza gave in memory. */
import 'reflect-metadata';
import '../as-production.js';
import { readFile } from 'node:fs/promises';
import { ApolloDriver } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { PAGE_SCHEMA, pagesOf } from './page-schema.js';

const pageOf = pagesOf(JSON.parse(await readFile(process.argv[2], 'utf8')));

class Pages {
  mediators(args) {
    return pageOf(args);
  }
}
Args()(Pages.prototype, 'mediators', 0);
Query('mediators')(
  Pages.prototype,
  'mediators',
  Object.getOwnPropertyDescriptor(Pages.prototype, 'mediators'),
);
Resolver()(Pages);

class Minimal {}
Module({
  imports: [
    GraphQLModule.forRoot({ driver: ApolloDriver, typeDefs: PAGE_SCHEMA, graphiql: false }),
  ],
  providers: [Pages],
})(Minimal);

const app = await NestFactory.create(Minimal, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.on('message', () => process.send({ processor: process.cpuUsage() }));
process.on('disconnect', () => void app.close());
process.send({ address: await app.getUrl() });
