import { APP_SETTINGS, type Settings } from '#config';
import { Allowances, SecurityEvents } from '#identity';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { RequestContexts, type Context } from './context.js';
import { costLimits } from './cost/cost-limits.js';
import { documentLimits } from './document-limits.js';
import { errorLanguage, errorLog, formatError } from './errors.js';
import { Limits } from './limits.js';
import { withListLimits } from './list-limits.js';
import { onePlugin } from './one-plugin.js';
import { operationMeters } from './operation-meters.js';
import { operationSpans } from './operation-spans.js';
import { refusedOperations, requestsOfNoGraph } from './refused-operations.js';
import { storedDocuments } from './stored-operations.js';
import { withoutDatabase } from './without-database.js';

/**
 * Documents that are kept parsed and checked, by the length of their texts; parsed they take some fifty times
 * as much. Programs send the same short documents again and again; long ones with values in them come once.
 */
const KEPT_DOCUMENTS = { maxSize: 256 * 1_024, maxEntrySize: 8 * 1_024 };

/** The GraphQL server as it runs: schema from the classes, limits on, errors masked. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'environment'>,
    private readonly limits: Limits,
    private readonly contexts: RequestContexts,
    private readonly allowances: Allowances,
    private readonly events: SecurityEvents,
  ) {}

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    const { limits, contexts, allowances, events } = this;
    const open = this.settings.environment !== 'production';
    return {
      path: '/graphql',
      // The driver makes the schema of the classes, and Apollo checks it before it serves it.
      transformSchema: withListLimits,
      context: (request: FastifyRequest, reply: FastifyReply) => contexts.of(request, reply),
      introspection: open,
      // Without introspection, "Did you mean" would give the schema away word by word.
      hideSchemaDetailsFromClientErrors: !open,
      includeStacktraceInErrorResponses: false,
      // GraphiQL is served by this app's own controller: Apollo's landing page loads from the internet.
      graphiql: false,
      allowBatchedHttpRequests: false,
      // A cache of documents that anyone may fill is no allow-list: off.
      persistedQueries: false,
      csrfPrevention: true,
      parseOptions: { maxTokens: limits.tokens },
      validationOptions: { maxErrors: 10 },
      validationRules: [documentLimits(limits)],
      documentStore: new InMemoryLRUCache<DocumentNode>({
        ...KEPT_DOCUMENTS,
        sizeCalculation: ({ loc }) => loc?.source.body.length ?? KEPT_DOCUMENTS.maxEntrySize,
      }),
      formatError,
      autoTransformHttpErrors: false,
      stopOnTerminationSignals: false,
      // Requests under way are answered while the HTTP server closes; then it stops.
      stopOnApplicationShutdown: true,
      // Every answer says no-store; Apollo's plug-in for it adds hooks to every field of an answer.
      plugins: [
        onePlugin<Context>([
          operationMeters(),
          operationSpans(),
          errorLog(),
          refusedOperations(events),
          errorLanguage(),
          withoutDatabase(),
          storedDocuments(),
          costLimits(allowances, limits.pageSize),
        ]),
        requestsOfNoGraph(events),
        ApolloServerPluginCacheControlDisabled(),
      ],
    };
  }
}
