import { HidingService, type Hiding as HidingView } from '#directory';
import { InvalidInputError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { HideMediatorsInput, HidingPreviewArgs } from './hiding.inputs.js';
import {
  Hiding,
  HidingPreview,
  HidingResult,
  LiftedHiding,
  LiftedHidingResult,
} from './hiding.type.js';

/** All women of a network are looked at. */
const LIST = 100;

/** Many women out of sight at once, in an emergency, and back again. */
@Resolver(() => Hiding)
export class HidingsResolver {
  constructor(private readonly service: HidingService) {}

  @Cost({ own: LIST, items: 20 })
  @Query(() => [Hiding], {
    description:
      'Hidings, the latest first: of one of your networks, those of the networks that it is a chapter of among them. For administrators: all of them if no network is named.',
  })
  async hidings(
    @Args('network', {
      type: () => String,
      nullable: true,
      description: 'The slug of the network.',
    })
    network: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Hiding[]> {
    const id = network ? await networkId(context, network) : null;
    return (await this.service.list(context.viewer, id)).map(toHiding);
  }

  @Cost({ own: LIST })
  @Query(() => HidingPreview, { description: 'How many women a hiding would hide now.' })
  async hidingPreview(
    @Args() whom: HidingPreviewArgs,
    @Ctx() context: Context,
  ): Promise<HidingPreview> {
    return this.service.preview(context.viewer, await scopeOf(whom, context));
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network whose women it hid. Null if they were named without a network.',
  })
  async network(
    hiding: Hiding,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network | null> {
    const found = hiding.networkId === null ? null : await networks.load(hiding.networkId);
    return found && toNetwork(found, locale);
  }

  @RefusableMutation(() => HidingResult, {
    description:
      'Takes many women out of sight at once: when it answers, no search, ranking, page or shortlist shows any of them. Nobody is hidden if one of the ids is unknown. Women who are suspended or withdrawn already stay as they are.',
  })
  async hideMediators(
    @Args('input', { description: 'Whom to hide, and why.' }) input: HideMediatorsInput,
    @Ctx() context: Context,
  ): Promise<Hiding> {
    const { reason } = input;
    const scope = await scopeOf(input, context);
    return toHiding(await this.service.hide(context.viewer, { ...scope, reason }));
  }

  @RefusableMutation(() => LiftedHidingResult, {
    description:
      'Brings back whom a hiding hid, each as she was before. Whom another hiding hides, and whoever withdrew meanwhile, stays out of sight.',
  })
  async liftHiding(
    @Args('id', { type: () => ID, description: 'The id of the hiding to lift.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<LiftedHiding> {
    const key = readIdOf('Hiding', id);
    const lifting = await this.service.lift(viewer, key);
    const hiding = await this.service.byId(viewer, key);
    if (!hiding) throw new NotFoundError('hiding');
    return { __typename: 'LiftedHiding', hiding: toHiding(hiding), ...lifting };
  }
}

/** @throws InvalidInputError where nobody is named, NotFoundError for an unknown network */
async function scopeOf({ network, mediatorIds }: HidingPreviewArgs, context: Context) {
  if (!network && !mediatorIds) {
    const message = refusal('uploads.networkOrWomen');
    throw new InvalidInputError([{ path: 'network', code: 'MISSING', message }]);
  }
  return {
    networkId: network ? await networkId(context, network) : null,
    mediatorIds: mediatorIds
      ? await mediatorKeys(context, mediatorIds, (i) => `mediatorIds.${i}`)
      : null,
  };
}

export function toHiding(hiding: HidingView): Hiding {
  const { id, networkId: network, oneByOne, reason, women, hiddenBy, liftedBy, liftable } = hiding;
  return {
    __typename: 'Hiding',
    id: globalId('Hiding', id),
    networkId: network,
    oneByOne,
    reason,
    women,
    hiddenBy,
    hiddenAt: hiding.hiddenAt.toISOString(),
    liftedBy,
    liftedAt: hiding.liftedAt && hiding.liftedAt.toISOString(),
    liftable,
  };
}
