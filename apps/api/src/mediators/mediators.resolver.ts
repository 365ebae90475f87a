import { NetworkService, ProfileService, searchedTexts, type NetworkView } from '#directory';
import { highlightsOf, SearchIndex, type SearchQuery, type SearchResult } from '#search';
import { Args, Context as Ctx, ID, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Cost, FACET, SEARCH } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKey } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, pageInfo } from '../graphql/page.js';
import { selects } from '../graphql/selects.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { MediatorConnection } from './mediator-connection.type.js';
import { Affiliation, Mediator } from './mediator.type.js';
import { MediatorsArgs } from './mediators.args.js';
import { chosenBy, toFacets } from './to-facets.js';
import { toMediator } from './to-mediator.js';

const HIGHLIGHTS = ['edges', 'highlights'];

@Resolver(() => Mediator)
export class MediatorsResolver {
  constructor(
    private readonly search: SearchIndex,
    private readonly profiles: ProfileService,
    private readonly networks: NetworkService,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: ({ facets }) => SEARCH + FACET * (Array.isArray(facets) ? facets.length : 0) })
  @Query(() => MediatorConnection, {
    description: 'The mediators of the directory, searched, filtered and sorted.',
  })
  async mediators(
    @Args() args: MediatorsArgs,
    @Ctx() { viewer, locale }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MediatorConnection> {
    const finding = this.find(args, viewer.clearance);
    const chosen = chosenBy(args.filter);
    // While the engine looks, the database says what has changed in profiles that were read before.
    const reading = this.profiles.prefetchViews(viewer);
    const found = await finding;
    const [views, networks] = await Promise.all([
      reading.byIds(found.hits.map(({ id }) => id)),
      this.networks.bySlugs([
        ...(found.facets.networks ?? []).map(({ code }) => code),
        ...(found.facets.networks ? (chosen.networks ?? []) : []),
      ]),
    ]);
    // The index decides the order; the database decides who is seen.
    const wanted = selects(info, HIGHLIGHTS) ? args.search : null;
    const edges = found.hits.flatMap(({ id, publicId, cursor }) => {
      const view = views.get(id);
      if (view?.publicId !== publicId) return [];
      return [
        {
          cursor,
          highlights: wanted ? highlightsOf(searchedTexts(view), wanted) : [],
          node: toMediator(view, locale),
        },
      ];
    });
    return {
      edges,
      totalCount: found.totalCount,
      pageInfo: pageInfo(edges, found),
      facets: toFacets(found, chosen, networks, locale),
    };
  }

  @Query(() => Mediator, {
    nullable: true,
    description: 'One mediator by her id. Null if there is none whom the viewer may see.',
  })
  async mediator(
    @Args('id', { type: () => ID, description: 'The id of the mediator.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Mediator | null> {
    const { viewer, locale } = context;
    const key = await mediatorKey(context, id);
    const view = (await this.profiles.viewsByIds(viewer, [key])).get(key);
    return view ? toMediator(view, locale) : null;
  }

  private async find(
    args: MediatorsArgs,
    clearance: SearchQuery['clearance'],
  ): Promise<SearchResult> {
    return this.search.search({
      clearance,
      text: args.search ?? undefined,
      filter: args.filter ?? undefined,
      sort: args.sort ?? undefined,
      facets: args.facets ?? undefined,
      page: requestedPage(args, this.limits.pageSize),
    });
  }
}

@Resolver(() => Affiliation)
export class AffiliationResolver {
  // No parameter decorators: Nest calls such a resolver directly, which is several times faster.
  @ResolveField(() => Network, { description: 'The network that lists her.' })
  async network(
    affiliation: Affiliation,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network> {
    const network: NetworkView | null = await networks.load(affiliation.networkId);
    if (!network) throw new Error('An affiliation names a network that does not exist.');
    return toNetwork(network, locale);
  }
}
