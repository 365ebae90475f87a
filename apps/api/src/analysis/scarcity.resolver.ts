import { withoutNulls } from '#kernel';
import { AnalysisService } from '#engagement';
import { type ScarcityRequest } from '#matching';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import { ANALYSIS, Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { ScarcityArgs } from './scarcity.input.js';
import { ScarcityResult, type Scarcity } from './scarcity.type.js';
import { toScarcity } from './to-scarcity.js';

/** What the directory lacks. */
@Resolver()
export class ScarcityResolver {
  constructor(private readonly analyses: AnalysisService) {}

  @Cost({ own: ANALYSIS })
  @RefusableQuery(() => ScarcityResult, {
    description:
      'Lists combinations of language, expertise and area that too few mediators have, so that networks know whom to train and recruit.',
  })
  async scarcity(
    @Args() args: ScarcityArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Scarcity> {
    const request = withoutNulls(args) as ScarcityRequest;
    return toScarcity(await this.analyses.scarcity(viewer, request), locale);
  }
}
