import { NeedReviewService } from '#engagement';
import { explainFinding } from '#explanations';
import { CRITERIA, PRESET_CODES, PRESETS, presetText } from '#matching';
import { Args, ArgsType, Context as Ctx, Field, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { assertInputObjectType, type GraphQLResolveInfo } from 'graphql';
import { toAreas } from '../graphql/texts.js';
import { asVariable } from '../graphql/as-variable.js';
import { ANALYSIS, Cost, needCost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { NeedArgs, NeedRequests } from '../matching/need.args.js';
import { NeedCheck, NeedCheckResult } from './need-check.type.js';
import { NeedPreset } from './need-preset.type.js';

@ArgsType()
class CheckNeedArgs extends NeedArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many mediators are looked for. Defaults to the number of the stored need, or to 1.',
  })
  wanted?: number | null;
}

/** What helps an organizer to say what she looks for. */
@Resolver()
export class NeedHelpResolver {
  constructor(
    private readonly reviews: NeedReviewService,
    private readonly requests: NeedRequests,
  ) {}

  @Cost({ items: 10 })
  @Query(() => [NeedPreset], {
    description: 'The presets of weights for kinds of work, each with its reason.',
  })
  needPresets(@Ctx() { locale }: Context, @Info() info: GraphQLResolveInfo): NeedPreset[] {
    const type = assertInputObjectType(info.schema.getType('SoftCriteriaInput'));
    return PRESET_CODES.map((code) => {
      const { weights, suggests } = PRESETS[code];
      return {
        code,
        ...presetText(code, locale),
        weights: CRITERIA.map((criterion) => ({ criterion, weight: weights[criterion] })),
        suggests: asVariable(suggests, type),
      };
    });
  }

  @Cost(needCost(ANALYSIS))
  @RefusableQuery(() => NeedCheckResult, {
    description:
      'Finds what is contradictory or too narrow in a need, with the numbers of mediators whom you may be shown.',
  })
  async checkNeed(
    @Args() args: CheckNeedArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<NeedCheck> {
    const need = await this.requests.of(viewer, args);
    const review = await this.reviews.review(viewer, need, args.wanted ?? undefined);
    return {
      __typename: 'NeedCheck',
      considered: review.considered,
      eligible: review.eligible,
      reliefs: [...review.reliefs],
      assumedTerritories: toAreas(review.assumed, locale),
      uncheckedCriteria: [...review.unchecked],
      findings: review.findings.map((found) => ({
        ...found,
        sentence: explainFinding(found, locale),
      })),
    };
  }
}
