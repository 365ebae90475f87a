import type { Viewer } from '#identity';
import { NeedService } from '#engagement';
import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertInputObjectType, type GraphQLResolveInfo } from 'graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { asVariable } from '../graphql/as-variable.js';
import type { Context } from '../graphql/context.js';
import { Json } from '../graphql/json.scalar.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage, PageArgs } from '../graphql/page.js';
import { Need, NeedConnection } from './need.type.js';
import { toNeed } from './to-need.js';

const LIST = 'needs';

@Resolver(() => Need)
export class NeedsResolver {
  constructor(
    private readonly needs: NeedService,
    private readonly limits: Limits,
  ) {}

  @Query(() => NeedConnection, { name: LIST, description: 'Open public needs in order of slug.' })
  async list(@Args() args: PageArgs, @CurrentViewer() viewer: Viewer): Promise<NeedConnection> {
    const page = keyedPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.needs.list(viewer, page);
    return keyedConnection(
      LIST,
      result,
      ({ slug }) => slug,
      (need) => toNeed(need, viewer),
    );
  }

  @ResolveField(() => Json)
  criteria(need: Need, _args: unknown, _context: Context, info: GraphQLResolveInfo): unknown {
    return asVariable(need.criteria, assertInputObjectType(info.schema.getType('NeedInput')));
  }
}
