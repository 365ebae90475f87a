import { NetworkService, type NetworkChanges } from '#directory';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { readIdOf } from '../graphql/global-id.js';
import { textsByLanguage } from '../graphql/texts.js';
import { networkId } from './network-id.js';
import {
  ArchiveNetworkArgs,
  CreateNetworkInput,
  EditNetworkArgs,
  NetworksArgs,
  type NetworkChangesInput,
} from './network.inputs.js';
import { Network, NetworkConnection, NetworkResult } from './network.type.js';
import { toNetwork } from './to-network.js';

const LIST = 'networks';
const ARCHIVED = 'networks:archived';

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
  async list(@Args() args: NetworksArgs, @Ctx() { locale }: Context): Promise<NetworkConnection> {
    const archived = args.archived ?? false;
    const list = archived ? ARCHIVED : LIST;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const result = await this.networks.list(page, archived);
    return keyedConnection(
      list,
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

  @Cost({ items: 5 })
  @ResolveField(() => [Network], {
    description: 'Its active chapters, in order of slug.',
  })
  async chapters(
    @Parent() network: Network,
    @Ctx() { chapters, locale }: Context,
  ): Promise<Network[]> {
    const found = await chapters.load(readIdOf('Network', network.id));
    return found.map((chapter) => toNetwork(chapter, locale));
  }

  @RefusableMutation(() => NetworkResult, {
    description: 'Adds a network, or a chapter of one. For administrators.',
  })
  async createNetwork(
    @Args('input', { description: 'The network to add, or the chapter.' })
    input: CreateNetworkInput,
    @Ctx() context: Context,
  ): Promise<Network> {
    const { names, ...changes } = await toChanges(input, context);
    const made = { ...changes, slug: input.slug, names: { en: '', ...names } };
    return toNetwork(await this.networks.create(context.viewer, made), context.locale);
  }

  @RefusableMutation(() => NetworkResult, {
    description:
      'Changes what a network says of itself. For its coordinators and administrators; only administrators make it a chapter.',
  })
  async editNetwork(
    @Args() { network, revision, changes }: EditNetworkArgs,
    @Ctx() context: Context,
  ): Promise<Network> {
    const id = await networkId(context, network);
    const changed = await toChanges(changes, context);
    const view = await this.networks.edit(context.viewer, id, revision, changed);
    return toNetwork(view, context.locale);
  }

  @RefusableMutation(() => NetworkResult, {
    description:
      'Archives a network, so that it is listed no more and acts for nobody, or restores it. What it holds stays. For administrators.',
  })
  async archiveNetwork(
    @Args() { network, archived }: ArchiveNetworkArgs,
    @Ctx() context: Context,
  ): Promise<Network> {
    const id = await networkId(context, network);
    const view = await this.networks.archive(context.viewer, id, archived ?? true);
    return toNetwork(view, context.locale);
  }
}

/** @throws InvalidInputError where a language is named twice, NotFoundError for an unknown parent */
async function toChanges(
  { names, descriptions, admissionTexts, territories, website, parent }: NetworkChangesInput,
  context: Context,
): Promise<NetworkChanges> {
  const texts = (path: string, given: NetworkChangesInput['names'] | null) =>
    given ? textsByLanguage(path, given) : undefined;
  return {
    names: texts('names', names),
    descriptions: texts('descriptions', descriptions),
    admissionCriteria: texts('admissionTexts', admissionTexts),
    territories: territories ?? undefined,
    website,
    parentId: parent ? await networkId(context, parent) : parent,
  };
}
