import { ProfileService } from '#directory';
import { NeedService } from '#engagement';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import { toProfile } from '../curation/to-profile.js';
import type { Context } from '../graphql/context.js';
import { readGlobalId, type NodeType } from '../graphql/global-id.js';
import { Node } from '../graphql/node.type.js';
import { toMediator } from '../mediators/to-mediator.js';
import { toNeed } from '../needs/to-need.js';
import { toNetwork } from '../networks/to-network.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly needs: NeedService,
  ) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id (Relay); null when there is none to see.',
  })
  async node(
    @Args('id', { type: () => ID }) globalId: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    const { type, id } = readGlobalId(globalId);
    return this.find[type](id, context);
  }

  private readonly find: Record<NodeType, (id: string, context: Context) => Promise<Node | null>> =
    {
      Mediator: async (id, { viewer, locale, women }) => {
        const key = await women.load({ type: 'Mediator', id });
        const view = (await this.profiles.viewsByIds(viewer, [key])).get(key);
        return view ? toMediator(view, locale) : null;
      },
      Profile: async (id, { viewer, locale }) => {
        const whole = (await this.profiles.wholes(viewer, [id])).get(id);
        return whole ? toProfile(whole, locale) : null;
      },
      Network: async (id, { networks, locale }) => {
        const view = await networks.load(id);
        return view && toNetwork(view, locale);
      },
      Need: async (id, { viewer }) => {
        const view = (await this.needs.byIds(viewer, [id])).get(id);
        return view ? toNeed(view, viewer) : null;
      },
    };
}
