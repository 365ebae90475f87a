import { NetworkService } from '#directory';
import { Args, Context as Ctx, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage, PageArgs } from '../graphql/page.js';
import { Network, NetworkConnection } from './network.type.js';
import { toNetwork } from './to-network.js';

const LIST = 'networks';

@Resolver(() => Network)
export class NetworksResolver {
  constructor(
    private readonly networks: NetworkService,
    private readonly limits: Limits,
  ) {}

  @Query(() => NetworkConnection, {
    name: LIST,
    description: 'Networks of the directory in order of slug.',
  })
  async list(@Args() args: PageArgs, @Ctx() { locale }: Context): Promise<NetworkConnection> {
    const page = keyedPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.networks.list(page);
    return keyedConnection(
      LIST,
      result,
      ({ slug }) => slug,
      (network) => toNetwork(network, locale),
    );
  }

  @Query(() => Network, { nullable: true, description: 'One network by its slug.' })
  async network(
    @Args('slug', { type: () => String, description: 'The slug of the network.' }) slug: string,
    @Ctx() { locale }: Context,
  ): Promise<Network | null> {
    const found = await this.networks.bySlug(slug);
    return found && toNetwork(found, locale);
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network of which it is a pool. Null if it is none.',
  })
  async parent(
    network: Network,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network | null> {
    const found = network.parentId === null ? null : await networks.load(network.parentId);
    return found && toNetwork(found, locale);
  }
}
