import { DuplicateService, linkModel, ToldListings } from '#directory';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation, RefusableQuery } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { DecideLinkArgs, LinkSuggestionsArgs } from './link.args.js';
import {
  LinkExplanation,
  LinkExplanationResult,
  LinkModel,
  LinkSuggestionConnection,
  ListedElsewhere,
} from './link.type.js';
import { toLinkExplanation, toLinkSuggestion, toSide } from './to-link.js';

@Resolver()
export class LinksResolver {
  constructor(
    private readonly service: DuplicateService,
    private readonly told: ToldListings,
    private readonly limits: Limits,
  ) {}

  @Query(() => LinkSuggestionConnection, {
    description:
      'Records of the list of your network that are perhaps of one mediator, the likeliest first. Mediators under a code name are not among them.',
  })
  async linkSuggestions(
    @Args() args: LinkSuggestionsArgs,
    @Ctx() context: Context,
  ): Promise<LinkSuggestionConnection> {
    const { network, state = null } = args;
    const list = `links:${network}:${state ?? ''}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, network);
    const found = await this.service.list(context.viewer, id, state, page);
    const items = await Promise.all(
      found.items.map(async (item) => ({
        key: item.key,
        node: await toLinkSuggestion(item, context),
      })),
    );
    return keyedConnection(
      list,
      { ...found, items },
      ({ key }) => key,
      ({ node }) => node,
    );
  }

  @Cost({ items: 30 })
  @RefusableQuery(() => LinkExplanationResult, {
    description:
      'Why two records are suggested: what each comparison adds, with the values of both. Both mediators can read that you looked.',
  })
  async explainLink(
    @Args('id', { type: () => ID, description: 'The id of the suggestion.' }) id: string,
    @Ctx() context: Context,
  ): Promise<LinkExplanation> {
    const key = readIdOf('LinkSuggestion', id);
    return toLinkExplanation(await this.service.explain(context.viewer, key), context);
  }

  @Cost({ items: 30 })
  @RefusableMutation(() => LinkExplanationResult, {
    description:
      'Says whether two records are of one mediator. To make them one, merge them with `mergeProfiles`.',
  })
  async decideLink(
    @Args() { id, ...deed }: DecideLinkArgs,
    @Ctx() context: Context,
  ): Promise<LinkExplanation> {
    const key = readIdOf('LinkSuggestion', id);
    return toLinkExplanation(await this.service.decide(context.viewer, key, deed), context);
  }

  @Cost({ items: 30 })
  @Query(() => [ListedElsewhere], {
    description:
      'Members of your network who say that another directory lists them, too, and let your network know.',
  })
  async listedElsewhere(
    @Args('network', { type: () => String, description: 'The slug of your network.' })
    network: string,
    @Ctx() context: Context,
  ): Promise<ListedElsewhere[]> {
    const found = await this.told.list(context.viewer, await networkId(context, network));
    return found.map(({ mediator, directory }) => ({ mediator: toSide(mediator), directory }));
  }

  @Cost({ items: 40 })
  @Query(() => LinkModel, { description: 'The numbers by which records are compared.' })
  async linkModel(): Promise<LinkModel> {
    return linkModel();
  }
}
