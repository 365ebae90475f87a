import { type MemberFilter, MembersService, ProfileService } from '#directory';
import { isUuid } from '#identity';
import { digestOf } from '#kernel';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import { toProfile } from '../curation/to-profile.js';
import { ProfileConnection } from '../curation/work-list.type.js';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { networkId } from '../networks/network-id.js';
import { MemberCountsArgs, type MemberFilterInput, MembersArgs } from './members.args.js';
import { MemberCounts } from './members.type.js';

/** All members of a network are looked at, and their names read. */
const SEARCH = 100;

@Resolver()
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly profiles: ProfileService,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: SEARCH })
  @Query(() => ProfileConnection, {
    name: 'members',
    description:
      'The members of one of your networks, by name, state and what is true of them. Cursors in the order NAME hold names: keep them out of addresses.',
  })
  async list(@Args() args: MembersArgs, @Ctx() context: Context): Promise<ProfileConnection> {
    const { viewer, locale } = context;
    const sort = args.sort ?? 'name';
    const filter = toFilter(args.filter);
    const list = `members:${digestOf([args.network, filter, sort])}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, args.network);
    const found = await this.members.list(viewer, id, filter, sort, page);
    const wholes = await this.profiles.wholes(
      viewer,
      found.items.map(({ profileId }) => profileId),
    );
    const items = found.items.flatMap(({ key, profileId }) => {
      const whole = wholes.get(profileId);
      return whole ? [{ key, profile: toProfile(whole, locale) }] : [];
    });
    return keyedConnection(
      list,
      { ...found, items },
      ({ key }) => key,
      ({ profile }) => profile,
    );
  }

  @Cost({ own: SEARCH, items: 10 })
  @Query(() => MemberCounts, {
    description: 'How many members of one of your networks there are of each kind.',
  })
  async memberCounts(
    @Args() { network, filter }: MemberCountsArgs,
    @Ctx() context: Context,
  ): Promise<MemberCounts> {
    const id = await networkId(context, network);
    const { total, states, marks } = await this.members.counts(
      context.viewer,
      id,
      toFilter(filter),
    );
    return { total, states: [...states], marks: [...marks] };
  }
}

function toFilter(input: MemberFilterInput | null | undefined): MemberFilter {
  const { name = null, states = null, marks, importId } = input ?? {};
  return { name, states, marks: marks ?? [], importId: importId ? importKey(importId) : null };
}

/** @throws InvalidInputError */
function importKey(id: string): string {
  return isUuid(id) ? id : readIdOf('Import', id, 'filter.importId');
}
