import { CopiesService, type IssuedCopy as CopyView } from '#directory';
import {
  Args,
  ArgsType,
  Context as Ctx,
  Field,
  ID,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { IssuedCopy, IssuedCopyConnection, IssuedCopyResult } from './copy.type.js';

/** Every copy of a network's women is looked at. */
const LIST = 200;

@ArgsType()
class IssuedCopiesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The slug of the network: its lists, and briefings in which its women are. All copies if absent, for administrators.',
  })
  network?: string | null;
}

/** Briefings and lists that left Baraza, and how they are called back. */
@Resolver(() => IssuedCopy)
export class CopiesResolver {
  constructor(
    private readonly service: CopiesService,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: LIST })
  @Query(() => IssuedCopyConnection, {
    description:
      'Briefings of shortlists and lists of networks that somebody took away, the latest first. For coordinators of the network and administrators.',
  })
  async issuedCopies(
    @Args() args: IssuedCopiesArgs,
    @Ctx() context: Context,
  ): Promise<IssuedCopyConnection> {
    const list = `issuedCopies:${args.network ?? ''}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = args.network ? await networkId(context, args.network) : null;
    const found = await this.service.list(context.viewer, id, page);
    return keyedConnection(list, found, ({ key }) => key, toCopy);
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network whose list it is. Null for briefings.',
  })
  async network(
    copy: IssuedCopy,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network | null> {
    const found = copy.networkId === null ? null : await networks.load(copy.networkId);
    return found && toNetwork(found, locale);
  }

  @RefusableMutation(() => IssuedCopyResult, {
    description:
      'Recalls a copy. All copies of the same briefing go with it: each reader is told by a mail without names, and the address of the briefing answers no more. A file that somebody has stays with her until she destroys it.',
  })
  async recallCopy(
    @Args('id', { type: () => ID, description: 'The id of the copy to recall.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<IssuedCopy> {
    return toCopy(await this.service.recall(viewer, readIdOf('IssuedCopy', id)));
  }
}

export function toCopy(copy: CopyView): IssuedCopy {
  const { id, networkId: network, kind, format, organization, issuedTo, reader } = copy;
  return {
    __typename: 'IssuedCopy',
    id: globalId('IssuedCopy', id),
    networkId: network,
    kind,
    format,
    organization,
    issuedTo,
    reader,
    issuedAt: copy.issuedAt.toISOString(),
    contactPurpose: copy.contactPurpose,
    women: copy.women,
    recalledAt: copy.recalledAt && copy.recalledAt.toISOString(),
    recalledBy: copy.recalledBy,
  };
}
