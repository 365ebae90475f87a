import {
  BusyError,
  TooManyRequestsError,
  viewerKind,
  type Allowances,
  type Client,
  type Stay,
  type Viewer,
} from '#identity';
import { histogram } from '#telemetry';
import { GraphQLError, Kind, type FragmentDefinitionNode } from 'graphql';
import type { Context } from '../context.js';
import { causeOf, tooMany } from '../errors.js';
import type { OperationPart } from '../one-plugin.js';
import { variablesOf } from '../variables.js';
import { documentCost, type DocumentCost } from './document-cost.js';

const costs = histogram(
  'baraza_graphql_cost',
  'Cost of GraphQL documents, also of those that are refused.',
  ['viewer'],
  [10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 40_000],
);

/**
 * Refuses, before anything of it is run, a document that costs more than its viewer may ask for, and one
 * that comes too soon after others or beside too many. Tells what it cost and what is left, in `extensions.cost`, where
 * the request says `extensions: { cost: true }`.
 */
export function costLimits(allowances: Allowances, largestPage: number): OperationPart<Context> {
  return () => {
    let stay: Stay | null = null;
    let cost: DocumentCost | null = null;
    return {
      didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
        // The execution says which operations there are.
        if (!operation) return;
        const { viewer, client, locale } = contextValue;
        const variables = variablesOf(schema, operation, request.variables ?? {}, locale);
        const fragments = new Map(
          document.definitions
            .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
            .map((one) => [one.name.value, one]),
        );
        cost = documentCost({ schema, operation, fragments, variables }, largestPage);
        costs.observe({ viewer: viewerKind(viewer) }, cost.total);
        const limit = allowances.of(viewer).document;
        if (cost.total > limit) {
          const place = cost.dearest?.node;
          throw new GraphQLError(
            `The document costs ${cost.total}; at most ${limit} is allowed. Ask for smaller pages or fewer fields at once.`,
            {
              nodes: place,
              path: place && [place.alias?.value ?? place.name.value],
              extensions: {
                code: 'TOO_EXPENSIVE',
                cost: cost.total,
                limit,
                http: { status: 400 },
              },
            },
          );
        }
        try {
          stay = allowances.begin(viewer, client);
          allowances.spend(viewer, client, { cost: cost.total, profiles: cost.profiles });
        } catch (error) {
          throw error instanceof TooManyRequestsError ? tooMany(error, contextValue.locale) : error;
        }
      },
      didEncounterErrors: ({ errors, response }) => {
        const busy = errors.map(causeOf).find((cause) => cause instanceof BusyError);
        if (busy) response.http.headers.set('retry-after', `${busy.seconds}`);
      },
      willSendResponse: ({ request, response, contextValue: { viewer, client } }) => {
        stay?.end();
        const { body } = response;
        if (!cost || request.extensions?.cost !== true || body.kind !== 'single') return;
        const told = costExtension(cost, viewer, client, allowances);
        body.singleResult.extensions = { ...body.singleResult.extensions, cost: told };
      },
    };
  };
}

/** What the answer says of cost. All of it follows from the document and what this client asked before. */
function costExtension(
  { total, profiles }: DocumentCost,
  viewer: Viewer,
  client: Client,
  allowances: Allowances,
): Record<string, unknown> {
  const most = allowances.of(viewer);
  const left = allowances.left(viewer, client);
  return {
    cost: total,
    limit: most.document,
    perMinute: { limit: most.minute, ...left.cost },
    requestsAtOnce: most.atOnce,
    ...(left.profiles && { profiles, profilesPerHour: { limit: most.profiles, ...left.profiles } }),
  };
}
