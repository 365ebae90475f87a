import { withoutNulls } from '#kernel';
import { TeamService } from '#engagement';
import { type TeamConstraints, type TeamRequest } from '#matching';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import { ANALYSIS, Cost, needCost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, PageArgs } from '../graphql/page.js';
import { RefusableMutation, RefusableQuery } from '../graphql/refusals.js';
import { NeedRequests } from '../matching/need.args.js';
import { StartTeamArgs, type TeamConstraintsInput } from './team.input.js';
import { TeamRunConnection, TeamRunResult, type TeamRun } from './team.type.js';
import { toTeamRun } from './to-team-run.js';

const LIST = 'teams';
const ID_OF_RUN = {
  type: () => ID,
  description: 'The id of the team run, as `startTeam` returned it.',
};

@Resolver()
export class TeamsResolver {
  constructor(
    private readonly service: TeamService,
    private readonly needs: NeedRequests,
    private readonly limits: Limits,
  ) {}

  @Cost(needCost(ANALYSIS))
  @RefusableMutation(() => TeamRunResult, {
    description:
      'Starts the search for the best team for a need. Ask `team` for it until it has ended. Two of yours may be under way at a time.',
  })
  async startTeam(@Args() args: StartTeamArgs, @Ctx() context: Context): Promise<TeamRun> {
    const { viewer, locale } = context;
    const need = await this.needs.of(viewer, args);
    const timeLimitSeconds = args.timeLimitSeconds ?? undefined;
    const ask = { need, request: await requestOf(args, context), timeLimitSeconds };
    return toTeamRun(await this.service.start(viewer, ask), locale);
  }

  @RefusableMutation(() => TeamRunResult, {
    description: 'Cancels a team run of your own that is under way. What was found so far is kept.',
  })
  async cancelTeam(
    @Args('id', ID_OF_RUN) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<TeamRun> {
    return toTeamRun(await this.service.cancel(viewer, readIdOf('Team', id)), locale);
  }

  @RefusableQuery(() => TeamRunResult, { description: 'A team run that you asked for, by its id.' })
  async team(
    @Args('id', ID_OF_RUN) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<TeamRun> {
    return toTeamRun(await this.service.byId(viewer, readIdOf('Team', id)), locale);
  }

  @Query(() => TeamRunConnection, {
    name: LIST,
    description: 'Teams that you asked for in the last 30 days, the oldest first.',
  })
  async list(
    @Args() args: PageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<TeamRunConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.service.list(viewer, page);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (run) => toTeamRun(run, locale),
    );
  }
}

/** Ids of the graph become those of the house; in GraphQL an absent field may be given as null. */
async function requestOf(
  { size, alternatives, constraints }: StartTeamArgs,
  context: Context,
): Promise<TeamRequest> {
  const given = withoutNulls(constraints ?? {}) as Omit<TeamConstraintsInput, never>;
  const ids = async (field: 'mustHave' | 'mustNotHave') =>
    given[field] && mediatorKeys(context, given[field], (i) => `constraints.${field}.${i}`);
  const side = async (field: 'first' | 'second') =>
    mediatorKeys(
      context,
      (given.apart ?? []).map((pair) => pair[field]),
      (i) => `constraints.apart.${i}.${field}`,
    );
  // At once, so that the same woman has the same key wherever she stands.
  const [mustHave, mustNotHave, first, second] = await Promise.all([
    ids('mustHave'),
    ids('mustNotHave'),
    side('first'),
    side('second'),
  ]);
  const apart = given.apart?.map((_, i) => ({ first: first[i], second: second[i] }));
  return {
    size,
    ...(alternatives === null || alternatives === undefined ? {} : { alternatives }),
    constraints: withoutNulls({ ...given, mustHave, mustNotHave, apart }) as TeamConstraints,
  };
}
