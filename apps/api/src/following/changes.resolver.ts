import { ChangeFeed, type Change } from '#following';
import { pageFrom } from '#kernel';
import type { Locale } from '#vocabulary';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage } from '../graphql/page.js';
import { toMediator } from '../mediators/to-mediator.js';
import { ChangesArgs, DirectoryChangeConnection, type DirectoryChange } from './change.type.js';

@Resolver()
export class ChangesResolver {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly limits: Limits,
  ) {}

  @Query(() => DirectoryChangeConnection, {
    description:
      'What has changed in the directory for the viewer since a cursor. START_AGAIN in `extensions.code` says that it cannot be told: begin anew without a cursor. For service accounts and whoever has signed in.',
  })
  async changes(
    @Args() { after, first, kinds }: ChangesArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DirectoryChangeConnection> {
    const asked = pageFrom(requestedPage({ first, after }, this.limits.pageSize));
    const page = await this.feed.read(viewer, { after: asked.from, first: asked.size, kinds });
    const edges = page.changes.map((change) => ({
      cursor: change.cursor,
      node: toChange(change, locale),
    }));
    const pageInfo = {
      hasNextPage: page.more,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: page.end,
    };
    return { edges, pageInfo };
  }
}

function toChange({ kind, publicId, toldAt, view }: Change, locale: Locale): DirectoryChange {
  return {
    kind,
    mediatorId: globalId('Mediator', publicId),
    toldAt: toldAt.toISOString(),
    mediator: view && toMediator(view, locale),
  };
}
