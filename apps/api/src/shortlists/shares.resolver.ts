import { ShareService, ShortlistService } from '#engagement';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdAmong, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { SharedShortlist, SharedShortlistConnection } from './shared-shortlist.type.js';
import { Shortlist, ShortlistResult } from './shortlist.type.js';
import { toSharedShortlist } from './to-shared-shortlist.js';
import { toShortlist } from './to-shortlist.js';

const LIST = 'sharedShortlists';

/** Shortlists that organizers show to one another. */
@Resolver()
export class SharesResolver {
  constructor(
    private readonly shares: ShareService,
    private readonly shortlists: ShortlistService,
    private readonly limits: Limits,
  ) {}

  @Query(() => SharedShortlistConnection, {
    name: LIST,
    description:
      'Shortlists that are shared with you or with your organization, oldest first. For organizers and focal points of verified organizations.',
  })
  async list(
    @Args() args: PageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<SharedShortlistConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.shares.list(viewer, page);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (view) => toSharedShortlist(view, locale),
    );
  }

  @Query(() => SharedShortlist, {
    description: 'One shortlist that is shared with you, by its id.',
  })
  async sharedShortlist(
    @Args('id', { type: () => ID, description: 'The id of the shared shortlist.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<SharedShortlist> {
    const key = readIdOf('SharedShortlist', id);
    return toSharedShortlist(await this.shares.byId(viewer, key), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description:
      'Shares a shortlist with one person, or with all organizers and focal points of an organization, until you take it back. They read it and change nothing.',
  })
  async shareShortlist(
    @Args('id', { type: () => ID, description: 'The id of the shortlist to share.' }) id: string,
    @Args('readerId', {
      type: () => ID,
      description:
        'The id of the Account or Organization that may read it. Readers find theirs in `me`. The organization must be verified.',
    })
    readerId: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    const reader = readIdAmong(['Account', 'Organization'], readerId, 'readerId');
    const kind = reader.type === 'Account' ? 'account' : 'organization';
    await this.shares.share(viewer, key, { kind, id: reader.id });
    return toShortlist(await this.shortlists.one(viewer, key), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Takes a share back. Its reader no longer finds the shortlist.',
  })
  async takeBackShortlist(
    @Args('shareId', {
      type: () => ID,
      description: 'The id of the share, from `shares` of the shortlist.',
    })
    shareId: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('SharedShortlist', shareId, 'shareId');
    const listId = await this.shares.takeBack(viewer, key);
    return toShortlist(await this.shortlists.one(viewer, listId), locale);
  }
}
