import { MatchService } from '#engagement';
import { Args, ArgsType, Context as Ctx, Field, Info, Int, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Cost, needCost, RANKING } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage } from '../graphql/page.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { selects } from '../graphql/selects.js';
import { MatchConnection, MatchResult } from './match.type.js';
import { NeedArgs, NeedRequests } from './need.args.js';
import { RankCursors } from './rank-cursor.js';
import { SENTENCES } from './to-explanations.js';
import { toMatchConnection } from './to-match-connection.js';

@ArgsType()
class MatchArgs extends NeedArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many candidates to return. Defaults to 20.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Return what follows this cursor.' })
  after?: string | null;
}

@Resolver()
export class MatchResolver {
  constructor(
    private readonly matches: MatchService,
    private readonly requests: NeedRequests,
    private readonly limits: Limits,
  ) {}

  @Cost(needCost(RANKING))
  @RefusableQuery(() => MatchResult, {
    description:
      'Ranks the candidates for a need, each with the reasons for every point of her score.',
  })
  async matchCandidates(
    @Args() args: MatchArgs,
    @Ctx() { viewer, locale }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchConnection> {
    const { first, after } = args;
    const page = requestedPage({ first, after }, this.limits.pageSize);
    const need = await this.requests.of(viewer, args);
    const cursors = new RankCursors(need);
    const { size, from } = cursors.page(page);
    const found = await this.matches.match(viewer, need, {
      first: size,
      after: from ?? undefined,
    });
    const sentences = selects(info, SENTENCES);
    return toMatchConnection(found, cursors, from !== null, { locale, sentences });
  }
}
