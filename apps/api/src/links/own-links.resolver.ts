import { HerDuplicateService, type HerDuplicate } from '#directory';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import type { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AnswerLinkArgs, OwnLink, OwnLinkResult } from './own-link.type.js';

/** What a mediator says about entries that are perhaps hers. */
@Resolver()
export class OwnLinksResolver {
  constructor(private readonly service: HerDuplicateService) {}

  @Cost({ items: 20 })
  @Query(() => [OwnLink], {
    description:
      'Other entries of the directory that are perhaps yours: first those that wait for your word, the likeliest first.',
  })
  async myLinks(@Ctx() context: Context): Promise<OwnLink[]> {
    const found = await this.service.list(context.viewer);
    return Promise.all(found.map((one) => toOwnLink(one, context)));
  }

  @RefusableMutation(() => OwnLinkResult, {
    description:
      'Says whether an entry is yours, and which networks may know. You can say otherwise later.',
  })
  async answerLink(
    @Args() { id, word, told }: AnswerLinkArgs,
    @Ctx() context: Context,
  ): Promise<OwnLink> {
    const key = readIdOf('OwnLink', id);
    const networks = told.map((one, i) => readIdOf('Network', one, `told.${i}`));
    const answered = await this.service.answer(context.viewer, key, { word, told: networks });
    return toOwnLink(answered, context);
  }
}

export async function toOwnLink(
  { id, publicId, name, state, networks, mayKnow, told }: HerDuplicate,
  context: Pick<Context, 'networks' | 'locale'>,
): Promise<OwnLink> {
  const all = (ids: readonly string[]) => toNetworks(ids, context);
  return {
    __typename: 'OwnLink',
    id: globalId('OwnLink', id),
    mediatorId: globalId('Mediator', publicId),
    name,
    state,
    networks: await all(networks.map(({ networkId }) => networkId)),
    mayKnow: await all(mayKnow.map(({ networkId }) => networkId)),
    told: await all(told),
  };
}

/** Networks by their ids, without those that are there no more. */
export async function toNetworks(
  ids: readonly string[],
  { networks, locale }: Pick<Context, 'networks' | 'locale'>,
): Promise<Network[]> {
  const found = await Promise.all(ids.map((id) => networks.load(id)));
  return found.flatMap((network) => (network ? [toNetwork(network, locale)] : []));
}
