/** Fastify and Mercurius with compiled documents, with the pages that Baraza gave in memory. */
import '../as-production.js';
import { readFile } from 'node:fs/promises';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { PAGE_SCHEMA, pagesOf } from './page-schema.js';

const pageOf = pagesOf(JSON.parse(await readFile(process.argv[2], 'utf8')));
const app = fastify();
app.register(mercurius, {
  schema: PAGE_SCHEMA,
  resolvers: { Query: { mediators: (_root, args) => pageOf(args) } },
  jit: 1,
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', () => process.send({ processor: process.cpuUsage() }));
process.on('disconnect', () => void app.close());
process.send({ address });
