import { MatchService, NeedInvalidError, type NeedRequest } from '#engagement';
import { Args, Context as Ctx, Int, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { InputError } from '../graphql/input-error.js';
import { Limits } from '../graphql/limits.js';
import { askedPage } from '../graphql/page.js';
import { ValidationError } from '../graphql/validation-error.type.js';
import { withoutNulls } from '../graphql/without-nulls.js';
import { MatchConnection, MatchResult } from './match.type.js';
import { NeedInput } from './need.input.js';
import { RankCursors } from './rank-cursor.js';
import { toMatchConnection } from './to-match-connection.js';

@Resolver()
export class MatchResolver {
  constructor(
    private readonly matches: MatchService,
    private readonly limits: Limits,
  ) {}

  @Query(() => MatchResult, {
    description: 'The candidates for a need in order, each with the reasons for every point.',
  })
  async matchCandidates(
    @Args('need', { type: () => NeedInput }) input: NeedInput,
    @Args('first', { type: () => Int, nullable: true, description: 'How many; 20 where unstated.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'Begin after this cursor.' })
    after: string | null,
    @Ctx() { viewer, locale }: Context,
  ): Promise<MatchConnection | ValidationError> {
    try {
      const page = askedPage({ first, after }, this.limits.pageSize);
      const need = needOf(input);
      const cursors = new RankCursors(need);
      const cursor = 'after' in page ? page.after : undefined;
      const found = await this.matches.match(viewer, need, {
        first: 'first' in page ? page.first : 0,
        after: cursor === undefined ? undefined : cursors.read(cursor),
      });
      return toMatchConnection(found, cursors, cursor, locale);
    } catch (error) {
      if (error instanceof InputError || error instanceof NeedInvalidError) {
        return { __typename: 'ValidationError', fields: [...error.problems] };
      }
      throw error;
    }
  }
}

/** In GraphQL an absent field may be given as null; the model knows absence only. */
function needOf(input: NeedInput): NeedRequest {
  const need = withoutNulls(input) as Omit<NeedRequest, 'hard' | 'soft'> & Partial<NeedRequest>;
  return { ...need, hard: need.hard ?? {}, soft: need.soft ?? {} };
}
