import { CallService } from '#applications';
import type { Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { PublicAddress } from '../http/public-address.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { CallsArgs, CallStepArgs, CreateCallInput, EditCallInput } from './call.inputs.js';
import { Call, CallConnection, CallResult } from './call.type.js';
import { toCall, toCallChanges, toCallDraft } from './to-call.js';

const LIST = 'calls';

/** What coordinators do with their networks' calls for members. */
@Resolver(() => Call)
export class CallsResolver {
  constructor(
    private readonly service: CallService,
    private readonly limits: Limits,
    private readonly publicAddress: PublicAddress,
  ) {}

  @Query(() => CallConnection, {
    name: LIST,
    description: 'The calls of a network for new members, the oldest first. For its coordinators.',
  })
  async calls(@Args() args: CallsArgs, @Ctx() context: Context): Promise<CallConnection> {
    const { viewer, locale } = context;
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const network = await networkId(context, args.network);
    const result = await this.service.list(viewer, network, page, args.states ?? undefined);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (call) => toCall(call, locale),
    );
  }

  @ResolveField(() => Network, { description: 'The network that looks for new members.' })
  async network(
    @Parent() { networkId: id }: Call,
    @Ctx() { networks, locale }: Context,
  ): Promise<Network> {
    const found = await networks.load(id);
    if (!found) throw new NotFoundError('network');
    return toNetwork(found, locale);
  }

  @ResolveField(() => String, {
    description: 'The URL of the page of the call. Give it to women who may want to apply.',
  })
  async pageUrl(@Parent() { networkId: id, key }: Call, @Ctx() { networks }: Context) {
    const found = await networks.load(id);
    return `${this.publicAddress.url}/apply/${found?.slug ?? ''}/${key}`;
  }

  @RefusableMutation(() => CallResult, {
    description: 'Creates a call of your network for new members, as a draft that nobody sees.',
  })
  async createCall(
    @Args('input', { description: 'The call to create, with its texts and days.' })
    input: CreateCallInput,
    @Ctx() context: Context,
  ): Promise<Call> {
    const { viewer, locale } = context;
    const network = await networkId(context, input.network);
    return toCall(await this.service.create(viewer, network, toCallDraft(input)), locale);
  }

  @RefusableMutation(() => CallResult, {
    description: 'Changes a call. The page shows the change at once if the call is open.',
  })
  async editCall(
    @Args('input', { description: 'The call to change, and the changes.' }) input: EditCallInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Call> {
    const id = readIdOf('Call', input.id);
    const changes = toCallChanges(input);
    return toCall(await this.service.edit(viewer, id, input.revision, changes), locale);
  }

  @RefusableMutation(() => CallResult, {
    description: 'Opens a call: its page takes applications on its days. Also one that was closed.',
  })
  async openCall(
    @Args() { id, revision }: CallStepArgs,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { locale }: Context,
  ): Promise<Call> {
    return toCall(await this.service.open(viewer, readIdOf('Call', id), revision), locale);
  }

  @RefusableMutation(() => CallResult, {
    description: 'Closes a call. Whoever has applied waits for an answer all the same.',
  })
  async closeCall(
    @Args() { id, revision }: CallStepArgs,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { locale }: Context,
  ): Promise<Call> {
    return toCall(await this.service.close(viewer, readIdOf('Call', id), revision), locale);
  }
}
