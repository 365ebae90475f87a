import { withoutNulls } from '#kernel';
import { AnalysisService } from '#engagement';
import { AnalysisSentences } from '#explanations';
import { type ScarcityRequest, PARTS, type Scarcity as Found } from '#matching';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import { label, type Locale } from '#vocabulary';
import { ANALYSIS, Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { ScarcityArgs } from './scarcity.input.js';
import { ScarcityResult, type Scarcity, type NetworkShare } from './scarcity.type.js';
import { toArea } from '../graphql/texts.js';

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

/** What is lacking, for the graph. */
function toScarcity(found: Found, locale: Locale): Scarcity {
  const say = new AnalysisSentences(locale);
  const { women, needs, combinations, scarce, request } = found;
  return {
    __typename: 'Scarcity',
    women,
    needs,
    combinations,
    scarce,
    minimum: request.minimum,
    results: found.results.map((each) => ({
      language: { ...each.language, label: label('language', each.language.code, locale) },
      expertise: { ...each.expertise, label: label('expertise', each.expertise.code, locale) },
      area: toArea(each.area, locale),
      available: each.available,
      missing: each.missing,
      asked: each.asked,
      lackOnly: PARTS.map((part) => ({ part, count: each.lackOnly[part] })),
      bottleneck: each.bottleneck,
      having: each.having.map(toShare),
      trainable: each.trainable.map(toShare),
      sentences: say.scarcity(each),
    })),
  };
}

function toShare({ slug, count }: { slug: string; count: number }): NetworkShare {
  return { network: slug, count };
}
