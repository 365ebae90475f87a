import { DeskService } from '#introductions';
import { NotFoundError } from '#kernel';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AppointToDeskArgs, StateDeskInput } from './desk.inputs.js';
import { NetworkDesk, NetworkDeskResult } from './desk.type.js';
import { toDesk, toStatement } from './to-desk.js';

/** Desks of networks, as coordinators keep them and organizers read them. */
@Resolver(() => NetworkDesk)
export class DesksResolver {
  constructor(private readonly service: DeskService) {}

  @Query(() => NetworkDesk, {
    description:
      'The desk of a network. For its coordinators, organizers of verified organizations and administrators.',
  })
  async networkDesk(
    @Args('network', { type: () => String, description: 'The slug of the network.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<NetworkDesk> {
    return toDesk(await this.service.of(context.viewer, await networkId(context, slug)));
  }

  @ResolveField(() => Network, { description: 'The network whose desk it is.' })
  async network(
    @Parent() { networkId: id }: NetworkDesk,
    @Ctx() { networks, locale }: Context,
  ): Promise<Network> {
    const found = await networks.load(id);
    if (!found) throw new NotFoundError('network');
    return toNetwork(found, locale);
  }

  @RefusableMutation(() => NetworkDeskResult, {
    description:
      'States when and where the desk of your network answers. The time that the desk has for a routine request goes by its working days.',
  })
  async stateDesk(
    @Args('input', { description: 'What you state. It replaces what was stated before.' })
    input: StateDeskInput,
    @Ctx() context: Context,
  ): Promise<NetworkDesk> {
    const network = await networkId(context, input.network);
    const revision = input.revision ?? null;
    const statement = toStatement(input);
    return toDesk(await this.service.state(context.viewer, network, revision, statement));
  }

  @RefusableMutation(() => NetworkDeskResult, {
    description:
      'Gives a coordinator duties at the desk of her network. For coordinators of the network and administrators. Nobody makes herself safety officer.',
  })
  async appointToDesk(
    @Args() args: AppointToDeskArgs,
    @Ctx() context: Context,
  ): Promise<NetworkDesk> {
    const network = await networkId(context, args.network);
    const account = readIdOf('Account', args.accountId, 'accountId');
    return toDesk(await this.service.appoint(context.viewer, network, account, args.duties));
  }
}
